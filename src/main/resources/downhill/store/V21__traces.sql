-- The newest way down of a learner in each scene, as numbers.
CREATE TABLE traces (
    learner VARCHAR(50) NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    scene INTEGER NOT NULL,
    trace TEXT NOT NULL,
    PRIMARY KEY (learner, scene)
);
