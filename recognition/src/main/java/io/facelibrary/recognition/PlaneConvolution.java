package io.facelibrary.recognition;

import org.jspecify.annotations.Nullable;

/** A convolution over planes that are large enough to work on whole rows of pixels at once. */
final class PlaneConvolution {
  /** What comes after the sums. */
  enum Ending {
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
   * @param step 1, or 2 to halve the picture; the planes it is applied to are then {@link Phases}
   * @param before how many rows and columns of zeros are thought above and left of the picture
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

  void apply(Kernel kernel, Tile tile, Planes from, Planes to, Ending ending) {
    apply(kernel, tile, from, to, null, ending);
  }

  /** Also adds what is given, before rectifying. */
  void applyAndAdd(Kernel kernel, Tile tile, Planes from, Planes added, Planes to) {
    apply(kernel, tile, from, to, added, Ending.RECTIFIED);
  }

  private void apply(
      Kernel kernel, Tile tile, Planes from, Planes to, @Nullable Planes added, Ending ending) {
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
        } else if (ending == Ending.RECTIFIED) {
          tile.rectify(m, n, bias[m]);
        } else {
          tile.shift(m, n, bias[m]);
        }
        tile.store(m, from.stride, to, y, height);
      }
    }
  }
}
