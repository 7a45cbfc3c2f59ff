package io.facelibrary.recognition;

import java.util.Locale;

/** Why a picture, or the face in it, is not taken. The words are stable. */
public enum RejectionReason {
  /** The bytes are no picture that can be decoded: {@code unreadable}. */
  UNREADABLE,
  /** The file is larger than allowed: {@code too-many-bytes}. */
  TOO_MANY_BYTES,
  /** The picture has more pixels, or a longer side, than allowed: {@code too-many-pixels}. */
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
  /** The face is in the dark: {@code too-dark}. */
  TOO_DARK,
  /** Part of the face is outside the picture: {@code cut-off}. */
  CUT_OFF;

  /** Returns the word for programs, in lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
