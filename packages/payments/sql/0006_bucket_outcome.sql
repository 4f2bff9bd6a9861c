-- A token is taken in one statement, which tells by this column whether there was one.
ALTER TABLE buckets ADD COLUMN taken boolean NOT NULL DEFAULT false;
