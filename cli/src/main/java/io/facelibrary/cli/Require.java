package io.facelibrary.cli;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;

/** Finds what only some libraries offer. */
final class Require {

  private Require() {}

  /**
   * Returns a library as a given type.
   *
   * @param otherwise what to say of a library that is none, such as {@code has no files}
   * @throws FaceLibraryException {@link ErrorKind#UNSUPPORTED} if it is none
   */
  static <T> T by(FaceLibrary library, Class<T> type, String otherwise) {
    return library
        .unwrap(type)
        .orElseThrow(
            () ->
                FaceLibraryException.of(
                    ErrorKind.UNSUPPORTED,
                    Effect.NONE,
                    "the library of this provider " + otherwise));
  }
}
