-- Servers that share this database. Each gives a sign of life; its runs are free for others once "until" is over, by the database's clock.
CREATE TABLE nodes (
    id VARCHAR(40) PRIMARY KEY,
    address VARCHAR(300) NOT NULL,
    until BIGINT NOT NULL
);

-- The server that has a run in its memory, and a number that grows each time another one takes it: only who knows it may write of the run.
ALTER TABLE runs ADD COLUMN node VARCHAR(40) NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN token BIGINT NOT NULL DEFAULT 0;
CREATE INDEX runs_by_node ON runs (node);
