package io.facelibrary;

/** What a failed call did to the library. */
public enum Effect {
  /** Nothing was changed. Every failed read has this effect. */
  NONE,
  /** Some of it was done, and the exception or the result says which. */
  PARTIAL,
  /** It may have been done or not; look before adding again. */
  UNKNOWN
}
