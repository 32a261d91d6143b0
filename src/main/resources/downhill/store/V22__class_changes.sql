-- The version of a class grows with every change of it, in the same transaction; each row has the version of its newest change. So a server can ask for what others changed.
ALTER TABLE classes ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE learners ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE traces ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
