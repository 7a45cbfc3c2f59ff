package io.facelibrary.transfer;

/** The outcome of copying a face, actual or planned. */
public enum ItemOutcome {
  /** It is in the library now. In a plan, it would be added. */
  ADDED,
  /** An earlier run added it or settled its outcome. */
  ALREADY_DONE,
  /** The person has exactly the same image already. */
  DUPLICATE,
  /** The library does not accept it, or the source cannot provide it. The reason is reported. */
  REJECTED,
  /** The library could not be reached; another run tries it again. */
  FAILED,
  /**
   * The response was lost, and whether the face was added cannot be determined. It is never sent
   * again; look at the person's faces.
   */
  UNKNOWN
}
