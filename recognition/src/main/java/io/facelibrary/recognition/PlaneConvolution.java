package io.facelibrary.recognition;

import org.jspecify.annotations.Nullable;

/** A convolution over planes that are large enough to process whole rows of pixels at once. */
final class PlaneConvolution {
  /** The activation after the sums. */
  enum Activation {
    RECTIFIED,
    LINEAR
  }

  private final float[][] weights;
  private final float[] bias;
  private final int[] channel;
  private final int[] down;
  private final int[] right;

  /**
   * Prepares a convolution.
   *
   * @param filters {@code [size, size, in, out]}
   * @param step 1, or 2 to halve the input, which must then be split into {@link Phases}
   * @param before the rows and columns of zero padding above and left of the input
   */
  PlaneConvolution(float[] filters, float[] bias, int size, int in, int step, int before) {
    int out = bias.length;
    int taps = size * size * in;
    this.bias = bias;
    weights = new float[out][taps];
    channel = new int[taps];
    down = new int[taps];
    right = new int[taps];
    for (int c = 0; c < in; c++) {
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          int tap = (c * size + y) * size + x;
          channel[tap] = step == 1 ? c : Phases.channel(c, y - before, x - before);
          down[tap] = Math.floorDiv(y - before, step);
          right[tap] = Math.floorDiv(x - before, step);
          for (int m = 0; m < out; m++) {
            weights[m][tap] = filters[((y * size + x) * in + c) * out + m];
          }
        }
      }
    }
  }

  void apply(Kernel kernel, Tile tile, Planes from, Planes to, Activation activation) {
    apply(kernel, tile, from, to, null, activation);
  }

  /** Adds the given planes before rectifying. */
  void applyAndAdd(Kernel kernel, Tile tile, Planes from, Planes added, Planes to) {
    apply(kernel, tile, from, to, added, Activation.RECTIFIED);
  }

  private void apply(
      Kernel kernel,
      Tile tile,
      Planes from,
      Planes to,
      @Nullable Planes added,
      Activation activation) {
    int taps = channel.length;
    float[][] rows = new float[taps][];
    int[] at = new int[taps];
    for (int k = 0; k < taps; k++) {
      rows[k] = from.data[channel[k]];
    }
    int step = Tile.rows(from.stride);
    for (int y = 0; y < to.height; y += step) {
      int height = Math.min(step, to.height - y);
      int n = height * from.stride;
      for (int k = 0; k < taps; k++) {
        at[k] = from.row(y + down[k]) + right[k];
      }
      kernel.sum(weights, rows, at, n, tile.sums);
      for (int m = 0; m < bias.length; m++) {
        if (added != null) {
          tile.rectify(m, n, bias[m], added.data[m], added.row(y));
        } else if (activation == Activation.RECTIFIED) {
          tile.rectify(m, n, bias[m]);
        } else {
          tile.shift(m, n, bias[m]);
        }
        tile.store(m, from.stride, to, y, height);
      }
    }
  }
}
