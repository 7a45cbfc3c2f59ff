package io.facelibrary.cli;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;

/** Requires interfaces that only some libraries implement. */
final class Require {

  private Require() {}

  /**
   * Returns a library as a given type.
   *
   * @param otherwise the reason if the library does not implement it, such as {@code has no files}
   * @throws FaceLibraryException {@link ErrorKind#UNSUPPORTED} if the library does not implement it
   */
  static <T> T capability(FaceLibrary library, Class<T> type, String otherwise) {
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
