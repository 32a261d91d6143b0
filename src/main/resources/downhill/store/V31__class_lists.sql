-- The list that a class works through, as the JSON of its file. A class without one works through a lesson.
ALTER TABLE classes ADD COLUMN list TEXT;
