package io.facelibrary.recognition;

import io.facelibrary.InvalidRequestException;

/**
 * A position in an image, in pixels from its top left corner. It may lie outside the image.
 *
 * @param x pixels to the right
 * @param y pixels down
 */
record Point(double x, double y) {

  /**
   * Checks the coordinates.
   *
   * @throws InvalidRequestException if one is not finite
   */
  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw InvalidRequestException.of("point", "must have finite coordinates");
    }
  }
}
