package io.facelibrary.embedded;

/** Something that is not as the truth says. */
enum Finding {
  /** The database contradicts itself: restore a backup. */
  DAMAGED_DATABASE,
  /** A picture that faces refer to is not there. */
  MISSING_PICTURE,
  /** A picture is there, and its content is not what its name says. */
  DAMAGED_PICTURE,
  /** A picture is there that no face refers to. */
  ORPHANED_PICTURE,
  /** A vector of the truth is not in the file to be searched: open the library again. */
  MISSING_VECTOR,
  /** A vector in the file to be searched is not what the truth says: open the library again. */
  DAMAGED_VECTOR
}
