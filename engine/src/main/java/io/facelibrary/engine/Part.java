package io.facelibrary.engine;

/** A part of a person that a rule reads: see {@link Reads}. */
public enum Part {
  /** The name and the note. */
  TEXT,
  /** The groups. */
  GROUPS,
  /** The number of faces. */
  FACE_COUNT,
  /** The faces as queries return them. */
  FACES,
  /** The stored content of faces: images and embeddings. */
  CONTENT
}
