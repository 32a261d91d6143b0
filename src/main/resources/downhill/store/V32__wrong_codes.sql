-- Wrong class codes in a while, which all servers count together. A group is a number that thousands of addresses share; of no address it can be said that it was here. Group -1 counts all.
CREATE TABLE wrong_codes (
    period BIGINT NOT NULL,
    origin INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    PRIMARY KEY (period, origin)
);
