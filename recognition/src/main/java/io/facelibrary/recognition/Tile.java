package io.facelibrary.recognition;

/** A buffer for the sums of a few rows of all channels, and the operations that complete them. */
final class Tile {
  /** Enough to fill the vector registers, and small enough for the first-level cache. */
  static final int LENGTH = 1280;

  final float[][] sums;
  private final float[] skipped = new float[LENGTH + Kernel.SLACK];

  Tile(int channels) {
    sums = new float[channels][LENGTH + Kernel.SLACK];
  }

  /** The number of rows that fit. */
  static int rows(int stride) {
    return LENGTH / stride;
  }

  /** Adds the bias and rectifies. */
  void rectify(int channel, int n, float bias) {
    float[] sum = sums[channel];
    for (int i = 0; i < n; i++) {
      sum[i] = Math.max(0f, sum[i] + bias);
    }
  }

  /** Adds the bias and the values of an earlier layer, and rectifies. */
  void rectify(int channel, int n, float bias, float[] before, int at) {
    float[] sum = sums[channel];
    float[] skip = skipped;
    System.arraycopy(before, at, skip, 0, n);
    for (int i = 0; i < n; i++) {
      sum[i] = Math.max(0f, sum[i] + bias + skip[i]);
    }
  }

  /** Adds the bias. */
  void shift(int channel, int n, float bias) {
    float[] sum = sums[channel];
    for (int i = 0; i < n; i++) {
      sum[i] += bias;
    }
  }

  /** Writes rows whose sums have the given stride. */
  void store(int channel, int stride, Planes to, int firstRow, int rows) {
    float[] plane = to.data[channel];
    if (stride == to.stride) {
      System.arraycopy(sums[channel], 0, plane, to.row(firstRow), rows * stride);
      to.clearBorder(plane, firstRow, rows);
      return;
    }
    for (int y = 0; y < rows; y++) {
      System.arraycopy(sums[channel], y * stride, plane, to.row(firstRow + y), to.width);
    }
  }
}
