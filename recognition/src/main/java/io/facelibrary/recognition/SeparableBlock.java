package io.facelibrary.recognition;

/**
 * The building block of BlazeFace: a depthwise convolution of 3 x 3, a pointwise convolution, and
 * the addition of the input.
 */
final class SeparableBlock {
  private static final int TAPS = 9;

  private final float[][][] depthwise;
  private final float[][] pointwise;
  private final float[] bias;
  private final int step;
  private final int[] down = new int[TAPS];
  private final int[] right = new int[TAPS];

  /**
   * Prepares a block.
   *
   * @param depthwise {@code [3, 3, in, 1]}
   * @param pointwise {@code [1, 1, in, out]}
   * @param step 1, or 2 to halve the input, which must then be split into {@link Phases}
   */
  SeparableBlock(float[] depthwise, float[] pointwise, float[] bias, int step) {
    int in = depthwise.length / TAPS;
    this.bias = bias;
    this.step = step;
    this.depthwise = new float[in][1][TAPS];
    this.pointwise = new float[bias.length][in];
    for (int c = 0; c < in; c++) {
      for (int tap = 0; tap < TAPS; tap++) {
        this.depthwise[c][0][tap] = depthwise[tap * in + c];
      }
      for (int m = 0; m < bias.length; m++) {
        this.pointwise[m][c] = pointwise[c * bias.length + m];
      }
    }
    // With an even size and a stride of 2, the row and the column of zeros come at the end.
    int before = step == 1 ? 1 : 0;
    for (int tap = 0; tap < TAPS; tap++) {
      down[tap] = tap / 3 - before;
      right[tap] = tap % 3 - before;
    }
  }

  /** Computes the block. {@code added} may have fewer channels than the result. */
  void apply(Kernel kernel, Tile filtered, Tile tile, Planes from, Planes added, Planes to) {
    int in = depthwise.length;
    int height = Tile.rows(to.stride);
    int[] none = new int[in];
    float[][] one = new float[1][];
    float[][] rows = new float[TAPS][];
    int[] at = new int[TAPS];
    for (int y = 0; y < to.height; y += height) {
      int count = Math.min(height, to.height - y);
      int n = count * to.stride;
      for (int c = 0; c < in; c++) {
        for (int tap = 0; tap < TAPS; tap++) {
          int plane = step == 1 ? c : Phases.channel(c, down[tap], right[tap]);
          rows[tap] = from.data[plane];
          at[tap] = from.row(y + Math.floorDiv(down[tap], step)) + Math.floorDiv(right[tap], step);
        }
        one[0] = filtered.sums[c];
        kernel.sum(depthwise[c], rows, at, n, one);
      }
      kernel.sum(pointwise, filtered.sums, none, n, tile.sums);
      for (int m = 0; m < bias.length; m++) {
        if (m < added.channels) {
          tile.rectify(m, n, bias[m], added.data[m], added.row(y));
        } else {
          tile.rectify(m, n, bias[m]);
        }
        tile.store(m, to.stride, to, y, count);
      }
    }
  }
}
