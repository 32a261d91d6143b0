-- The conditions under which a playing run stops by itself, as JSON; none for most runs.
ALTER TABLE runs ADD COLUMN stops VARCHAR(300);
