package io.facelibrary.recognition;

import io.facelibrary.Box;

/**
 * A face found in an image.
 *
 * @param box from the brow to the chin; it may extend beyond the image
 * @param score the confidence of the detector, 0 to 1
 * @param points the positions of eyes, nose, mouth and ears
 * @param quality brightness, sharpness and visible part
 */
public record DetectedFace(Box box, double score, KeyPoints points, Quality quality) {

  /** Below this height in pixels a face is not recognized reliably. */
  public static final int SMALL = 50;

  /** Below this height in pixels a face is rejected. */
  public static final int TOO_SMALL = 24;

  /** Returns the height of the face from brow to chin, in pixels. */
  public int size() {
    return box.height();
  }

  /** Reports whether the face is below {@link #SMALL}, so that errors are more likely. */
  public boolean isSmall() {
    return size() < SMALL;
  }
}
