package io.facelibrary.recognition;

import io.facelibrary.Box;
import java.util.stream.DoubleStream;

/**
 * A face found in an image.
 *
 * @param box from the brow to the chin; it may extend beyond the image
 * @param score the confidence of the detector, 0 to 1
 * @param points the positions of eyes, nose, mouth and ears
 * @param quality brightness, sharpness and visible part
 */
record DetectedFace(Box box, double score, KeyPoints points, Quality quality) {

  /** Below this height in pixels a face is not recognized reliably. */
  static final int SMALL = 50;

  /** Below this height in pixels a face is rejected. */
  static final int TOO_SMALL = 24;

  /** Sharp images of faces have more than this at any size. */
  private static final double SHARP = 0.1;

  /** Twice the brightness below which a face is rejected. */
  private static final double BRIGHT = 40;

  /** Returns the height of the face from brow to chin, in pixels. */
  int size() {
    return box.height();
  }

  /**
   * Returns one number for the quality, from 0 to 1: the smallest of five shares. They are the
   * score, the visible part, and height, sharpness and brightness as shares of a sufficient value.
   */
  double overallQuality() {
    return DoubleStream.of(
            1,
            score,
            quality.visible(),
            (double) size() / SMALL,
            quality.sharpness() / SHARP,
            quality.brightness() / BRIGHT)
        .min()
        .orElseThrow();
  }
}
