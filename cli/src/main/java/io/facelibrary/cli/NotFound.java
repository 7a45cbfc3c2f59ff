package io.facelibrary.cli;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;

/** Creates exceptions for persons and faces that are not in the library. */
final class NotFound {

  private NotFound() {}

  static FaceLibraryException person() {
    return of("person");
  }

  static FaceLibraryException face() {
    return of("face");
  }

  private static FaceLibraryException of(String type) {
    return FaceLibraryException.of(
        ErrorKind.NOT_FOUND, Effect.NONE, type + " is not in the library");
  }
}
