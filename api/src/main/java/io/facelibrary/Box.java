package io.facelibrary;

/**
 * The position of a face in an image, in pixels of the image as it was sent. The origin is the
 * image's top left corner.
 *
 * @param x the left edge; may lie outside the image if the face is cut off
 * @param y the upper edge; may lie outside the image if the face is cut off
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {

  /**
   * Checks the size.
   *
   * @throws InvalidRequestException if the width or the height is below 1
   */
  public Box {
    Checks.within(width, "width", 1, Integer.MAX_VALUE);
    Checks.within(height, "height", 1, Integer.MAX_VALUE);
  }
}
