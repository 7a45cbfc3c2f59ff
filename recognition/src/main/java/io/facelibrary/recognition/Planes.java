package io.facelibrary.recognition;

import java.util.Arrays;

/**
 * The values of a layer, one plane per channel.
 *
 * <p>A plane has a row of zeros above and below, and one zero between two rows. The zero is the
 * right border of one row and the left border of the next. So the neighbors of all pixels have the
 * same offset, and a convolution adds whole shifted planes.
 */
final class Planes {
  final int channels;
  final int height;
  final int width;

  /** The offset from a pixel to the pixel below. */
  final int stride;

  /** The offset of the first pixel. */
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

  /** The offset of a row. */
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

  /** Copies every second pixel: of even or odd rows, and of even or odd columns. */
  void copyEverySecond(float[] from, Planes of, int oddRow, int oddColumn, float[] to) {
    for (int y = 0; y < height; y++) {
      int target = row(y);
      int source = of.row(2 * y + oddRow) + oddColumn;
      if (2 * y + oddRow >= of.height) {
        Arrays.fill(to, target, target + width, 0);
        continue;
      }
      // The pixel beyond an odd width is a zero of the border.
      for (int x = 0; x < width; x++) {
        to[target + x] = from[source + 2 * x];
      }
    }
  }
}
