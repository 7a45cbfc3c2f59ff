package io.facelibrary.recognition;

import java.util.Arrays;

/**
 * Values of a layer, one plane a channel.
 *
 * <p>A plane has a row of zeros above and below, and one zero between two rows, which serves as the
 * right border of the one and the left border of the other. So the neighbours of all pixels lie at
 * the same distance, and a convolution adds whole planes, shifted.
 */
final class Planes {
  final int channels;
  final int height;
  final int width;

  /** From a pixel to the one below. */
  final int stride;

  /** Where the first pixel is. */
  final int origin;

  final float[][] data;

  Planes(int channels, int height, int width) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    stride = width + 1;
    origin = stride + 1;
    data = new float[channels][origin + (height + 1) * stride + 1 + Kernel.SLACK];
  }

  /** Where a row begins. */
  int row(int y) {
    return origin + y * stride;
  }

  /** Restores the zeros between rows after sums were written over them. */
  void clearBorder(float[] plane, int firstRow, int rows) {
    int end = row(firstRow) + width;
    for (int y = 0; y < rows; y++) {
      plane[end] = 0;
      end += stride;
    }
  }

  /** Takes every second pixel: of the even rows or the odd ones, of the even columns or the odd. */
  void takeEverySecond(float[] from, Planes of, int oddRow, int oddColumn, float[] to) {
    for (int y = 0; y < height; y++) {
      int target = row(y);
      int source = of.row(2 * y + oddRow) + oddColumn;
      if (2 * y + oddRow >= of.height) {
        Arrays.fill(to, target, target + width, 0);
        continue;
      }
      // One beyond an odd width is a zero of the border.
      for (int x = 0; x < width; x++) {
        to[target + x] = from[source + 2 * x];
      }
    }
  }
}
