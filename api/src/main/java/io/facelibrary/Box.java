package io.facelibrary;

/**
 * Where in a picture a face is, in pixels of the picture as it was sent, from its top left corner.
 *
 * @param x left edge; may lie outside the picture when the face is cut off
 * @param y upper edge; may lie outside the picture when the face is cut off
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {

  /**
   * Checks the size.
   *
   * @throws InvalidRequestException if width or height is below 1
   */
  public Box {
    Checks.within(width, "width", 1, Integer.MAX_VALUE);
    Checks.within(height, "height", 1, Integer.MAX_VALUE);
  }
}
