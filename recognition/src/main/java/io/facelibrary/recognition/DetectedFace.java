package io.facelibrary.recognition;

import io.facelibrary.Box;

/**
 * A face found in a picture.
 *
 * @param box from the brow to the chin; may reach beyond the picture
 * @param score how sure the detector is, 0 to 1
 * @param points where eyes, nose, mouth and ears are
 * @param quality how well it can be seen
 */
public record DetectedFace(Box box, double score, KeyPoints points, Quality quality) {

  /** Below this height in pixels a face is not recognised reliably. */
  public static final int SMALL = 50;

  /** Below this height in pixels a face is refused. */
  public static final int TOO_SMALL = 24;

  /** Returns the height of the face from brow to chin, in pixels. */
  public int size() {
    return box.height();
  }

  /** Tells whether errors are more likely because the face is below {@link #SMALL}. */
  public boolean isSmall() {
    return size() < SMALL;
  }
}
