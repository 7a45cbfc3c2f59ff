package io.facelibrary.recognition;

import io.facelibrary.InvalidRequestException;

/**
 * A place in a picture, in pixels from its top left corner; may lie outside.
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {

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
