package io.facelibrary.green;

import io.facelibrary.FaceImage;

/** What became of an address that a request names. */
sealed interface ResolvedImage permits ResolvedImage.Found, ResolvedImage.Unavailable {

  /**
   * It can be handed to the library.
   *
   * @param image by address or by content
   */
  record Found(FaceImage image) implements ResolvedImage {}

  /**
   * It cannot.
   *
   * @param code one of {@link GreenCode}
   * @param message why, without the address
   */
  record Unavailable(int code, String message) implements ResolvedImage {}
}
