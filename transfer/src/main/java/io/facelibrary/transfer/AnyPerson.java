package io.facelibrary.transfer;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;

/** Finds out whether a library has a person. */
final class AnyPerson {
  private AnyPerson() {}

  /** Returns whether the library reports a person. Visits at most one. */
  static boolean existsIn(FaceLibrary library) {
    try {
      FaceLibraries.forEachPerson(
          library,
          person -> {
            throw new Found();
          });
      return false;
    } catch (Found found) {
      return true;
    }
  }

  /** Ends the walk at the first person. A walk has no other way to end early. */
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found() {
      super("found", null, false, false);
    }
  }
}
