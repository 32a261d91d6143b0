-- Statements that wait for a learning record store, oldest first, and the server that sends them until a time.
CREATE TABLE statements (
    id VARCHAR(40) PRIMARY KEY,
    made BIGINT NOT NULL,
    statement TEXT NOT NULL
);
CREATE INDEX statements_by_age ON statements (made, id);

CREATE TABLE senders (
    name VARCHAR(20) PRIMARY KEY,
    owner VARCHAR(40) NOT NULL,
    until BIGINT NOT NULL
);
