package io.facelibrary.transfer;

/** What became of a face, or would become of it. */
public enum ItemOutcome {
  /** It is in the library now; in a plan, it would be added. */
  ADDED,
  /** An earlier run had added it or settled what is to become of it. */
  DONE_BEFORE,
  /** The person has the very same picture already. */
  DUPLICATE,
  /** The library does not take it, or its source cannot hand it over: the reason is reported. */
  REJECTED,
  /** The library could not be asked; to be tried again by another run. */
  FAILED,
  /**
   * Whether it was added cannot be found out: the answer was lost. It is never sent twice; look at
   * the person's faces.
   */
  UNKNOWN
}
