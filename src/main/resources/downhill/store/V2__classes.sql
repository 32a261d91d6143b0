-- Classes: the secrets of teachers and learners are kept as hashes alone.
CREATE TABLE classes (
    id VARCHAR(50) PRIMARY KEY,
    code VARCHAR(10) NOT NULL UNIQUE,
    board VARCHAR(40) NOT NULL UNIQUE,
    visitor VARCHAR(120) NOT NULL,
    lesson VARCHAR(80) NOT NULL,
    scenes INTEGER NOT NULL,
    pace VARCHAR(20) NOT NULL,
    pause TEXT,
    revealed TEXT NOT NULL,
    opened BIGINT NOT NULL
);
CREATE INDEX classes_by_visitor ON classes (visitor);
CREATE INDEX classes_by_age ON classes (opened);

CREATE TABLE learners (
    id VARCHAR(50) PRIMARY KEY,
    class VARCHAR(50) NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    nickname TEXT,
    scene INTEGER NOT NULL,
    UNIQUE (class, number)
);

CREATE TABLE responses (
    learner VARCHAR(50) NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    question VARCHAR(80) NOT NULL,
    answer TEXT NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    tries INTEGER NOT NULL,
    mistakes TEXT NOT NULL,
    found TEXT NOT NULL,
    rate DOUBLE PRECISION,
    result DOUBLE PRECISION,
    PRIMARY KEY (learner, question)
);
