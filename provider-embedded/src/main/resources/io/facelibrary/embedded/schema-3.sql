-- Ids of faces are spread from now on, so they no longer tell the order of a person's faces. The
-- faces of older versions have place 0, keep their consecutive ids and are sorted by them.
ALTER TABLE face ADD COLUMN place INTEGER NOT NULL DEFAULT 0

DROP INDEX face_of_person

CREATE INDEX face_of_person ON face (person, place)

INSERT INTO setting (name, value)
  SELECT 'last-consecutive-face', CAST(seq AS TEXT) FROM sqlite_sequence WHERE name = 'face'
