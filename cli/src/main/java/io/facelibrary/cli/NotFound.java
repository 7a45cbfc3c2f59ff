package io.facelibrary.cli;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;

/** Says that what was named is not in the library. */
final class NotFound {

  private NotFound() {}

  static FaceLibraryException person() {
    return of("person");
  }

  static FaceLibraryException face() {
    return of("face");
  }

  private static FaceLibraryException of(String what) {
    return FaceLibraryException.of(
        ErrorKind.NOT_FOUND, Effect.NONE, what + " is not in the library");
  }
}
