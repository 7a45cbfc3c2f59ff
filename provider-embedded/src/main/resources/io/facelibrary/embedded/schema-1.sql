-- Statements are separated by blank lines. A released file is never changed.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT

CREATE TABLE person (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, note TEXT NOT NULL) STRICT

CREATE TABLE circle (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  since INTEGER NOT NULL) STRICT

-- Sorted by the person's id, so that a page of a group is a range scan.
CREATE TABLE membership (
  circle INTEGER NOT NULL REFERENCES circle,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (circle, person)) STRICT, WITHOUT ROWID

CREATE INDEX membership_of_person ON membership (person)

CREATE TRIGGER empty_circle AFTER DELETE ON membership
  WHEN NOT EXISTS (SELECT 1 FROM membership WHERE circle = OLD.circle)
  BEGIN DELETE FROM circle WHERE number = OLD.circle; END

-- AUTOINCREMENT: the id of a deleted face is never used again.
CREATE TABLE face (id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  source TEXT,
  picture BLOB CHECK (picture IS NULL OR length(picture) = 32),
  kept INTEGER NOT NULL CHECK (kept IN (0, 1))) STRICT

-- A table of its own, so that a scan of all faces does not read the embeddings.
CREATE TABLE vector (face INTEGER PRIMARY KEY REFERENCES face ON DELETE CASCADE,
  numbers BLOB NOT NULL CHECK (length(numbers) % 4 = 0)) STRICT

CREATE INDEX face_of_person ON face (person)

CREATE INDEX face_of_picture ON face (picture) WHERE picture IS NOT NULL

CREATE INDEX face_of_source ON face (source) WHERE source IS NOT NULL
