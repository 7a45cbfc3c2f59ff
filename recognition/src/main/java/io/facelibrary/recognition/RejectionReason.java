package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import java.util.Locale;

/** The reason why an image, or the face in it, is rejected. The words are stable. */
enum RejectionReason {
  /** The image cannot be decoded: {@code unreadable}. */
  UNREADABLE,
  /** The file is larger than the limit: {@code too-many-bytes}. */
  TOO_MANY_BYTES,
  /** The image has more pixels, or a longer side, than the limit: {@code too-many-pixels}. */
  TOO_MANY_PIXELS,
  /** No face was found: {@code no-face}. */
  NO_FACE,
  /**
   * More than one face was found, and none is twice as large as the others: {@code several-faces}.
   */
  SEVERAL_FACES,
  /** The face has fewer pixels than {@link DetectedFace#TOO_SMALL}: {@code too-small}. */
  TOO_SMALL,
  /** The face is out of focus or was enlarged: {@code too-blurred}. */
  TOO_BLURRED,
  /** The face is too dark: {@code too-dark}. */
  TOO_DARK,
  /** Part of the face is outside the image: {@code cut-off}. */
  CUT_OFF;

  /** Returns the word for programs, in lower case with hyphens. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the reason of a rejection by this module. */
  static RejectionReason of(FaceEncoder.Rejected rejection) {
    return valueOf(rejection.reason().replace('-', '_').toUpperCase(Locale.ROOT));
  }

  FaceEncoder.Rejected withMessage(String message) {
    return FaceEncoder.Rejected.of(word(), message);
  }
}
