-- Runs: each is a pure function of its specification and its tweaks, so a checkpoint only saves time.
CREATE TABLE runs (
    id VARCHAR(40) PRIMARY KEY,
    viewed VARCHAR(40) NOT NULL UNIQUE,
    visitor VARCHAR(120) NOT NULL,
    parent VARCHAR(40),
    engine VARCHAR(20) NOT NULL,
    spec TEXT NOT NULL,
    step INTEGER NOT NULL,
    diverged INTEGER NOT NULL,
    rate DOUBLE PRECISION,
    bytes BIGINT NOT NULL,
    asked BIGINT NOT NULL
);
CREATE INDEX runs_by_visitor ON runs (visitor, asked);
CREATE INDEX runs_by_age ON runs (asked);

CREATE TABLE tweaks (
    run VARCHAR(40) NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    step INTEGER NOT NULL,
    tweak TEXT NOT NULL,
    PRIMARY KEY (run, number)
);

CREATE TABLE checkpoints (
    run VARCHAR(40) PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    tweaks INTEGER NOT NULL,
    state ${bytes} NOT NULL
);

CREATE TABLE files (
    id VARCHAR(40) PRIMARY KEY,
    visitor VARCHAR(120) NOT NULL,
    content ${bytes} NOT NULL,
    bytes BIGINT NOT NULL,
    asked BIGINT NOT NULL
);
CREATE INDEX files_by_visitor ON files (visitor, asked);
CREATE INDEX files_by_age ON files (asked);

CREATE TABLE secrets (
    name VARCHAR(40) PRIMARY KEY,
    secret ${bytes} NOT NULL
);
