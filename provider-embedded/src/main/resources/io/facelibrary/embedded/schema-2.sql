-- Renames tables and columns to the words of the API. Opening a library creates the triggers of
-- the limits again.
DROP TRIGGER IF EXISTS circles_limit

DROP TRIGGER empty_circle

ALTER TABLE circle RENAME TO person_group

ALTER TABLE membership RENAME COLUMN circle TO person_group

ALTER TABLE face RENAME COLUMN picture TO image

ALTER TABLE vector RENAME COLUMN numbers TO embedding

CREATE TRIGGER empty_group AFTER DELETE ON membership
  WHEN NOT EXISTS (SELECT 1 FROM membership WHERE person_group = OLD.person_group)
  BEGIN DELETE FROM person_group WHERE number = OLD.person_group; END

DROP INDEX face_of_picture

CREATE INDEX face_of_image ON face (image) WHERE image IS NOT NULL
