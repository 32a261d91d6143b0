-- Learners who came from a learning platform: its opaque name for each, and the parts of a lesson that are done, for the platform's gradebook.
-- "due" is the time at which the score is sent next; nothing where the platform has the newest score.
CREATE TABLE launches (
    id VARCHAR(50) PRIMARY KEY,
    platform VARCHAR(100) NOT NULL,
    deployment VARCHAR(255) NOT NULL,
    learner VARCHAR(255) NOT NULL,
    lineitem TEXT,
    lesson VARCHAR(80) NOT NULL,
    done TEXT NOT NULL,
    score INTEGER NOT NULL,
    maximum INTEGER NOT NULL,
    opened BIGINT NOT NULL,
    due BIGINT,
    tries INTEGER NOT NULL
);
CREATE INDEX launches_by_due ON launches (due);
CREATE INDEX launches_by_age ON launches (opened);

-- Logins that were used, as long as their tokens count: each is used once.
CREATE TABLE logins (
    nonce VARCHAR(50) PRIMARY KEY,
    until BIGINT NOT NULL
);
CREATE INDEX logins_by_age ON logins (until);
