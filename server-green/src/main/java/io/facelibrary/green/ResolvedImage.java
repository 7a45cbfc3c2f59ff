package io.facelibrary.green;

import io.facelibrary.FaceImage;

/** The result of resolving the image URL of a request. */
sealed interface ResolvedImage permits ResolvedImage.Found, ResolvedImage.Unavailable {

  /**
   * The image can be passed to the library.
   *
   * @param image the URL or the bytes
   */
  record Found(FaceImage image) implements ResolvedImage {}

  /**
   * The image is not available.
   *
   * @param code one of {@link GreenCode}
   * @param message the reason, without the URL
   */
  record Unavailable(int code, String message) implements ResolvedImage {}
}
