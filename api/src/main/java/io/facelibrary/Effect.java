package io.facelibrary;

/**
 * The effect of a failed call on the library. The effects are complete: no version adds another, so
 * a program may handle each of them in a {@code switch} without a default.
 */
public enum Effect {
  /** Nothing was changed. Every failed read has this effect. */
  NONE,
  /** A part of the call was carried out. The exception or the result says which part. */
  PARTIAL,
  /** The call may or may not have been carried out. Query the library before repeating an add. */
  UNKNOWN
}
