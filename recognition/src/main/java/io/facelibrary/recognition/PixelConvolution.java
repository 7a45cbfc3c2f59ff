package io.facelibrary.recognition;

import java.util.Arrays;

/**
 * A convolution over a layer of few pixels and many channels. It processes all channels of a pixel
 * at once, omits pixels outside the layer, and skips zeros, of which rectifying produces many.
 */
final class PixelConvolution {
  private static final int SIZE = 3;

  private final float[][][] weights;
  private final float[] bias;
  private final int[][] neighbors;

  /**
   * Prepares a convolution of 3 x 3.
   *
   * @param filters {@code [3, 3, in, out]}
   * @param from height and width of the input
   * @param to height and width of the result
   * @param step the stride in pixels
   * @param before the rows and columns of zero padding above and left of the input
   */
  PixelConvolution(float[] filters, float[] bias, int from, int to, int step, int before) {
    int out = bias.length;
    int in = filters.length / (SIZE * SIZE * out);
    this.bias = bias;
    weights = new float[SIZE * SIZE][in][];
    for (int tap = 0; tap < weights.length; tap++) {
      for (int c = 0; c < in; c++) {
        int at = (tap * in + c) * out;
        weights[tap][c] = Arrays.copyOfRange(filters, at, at + out);
      }
    }
    neighbors = new int[SIZE * SIZE][to * to];
    for (int tap = 0; tap < neighbors.length; tap++) {
      for (int pixel = 0; pixel < to * to; pixel++) {
        int y = pixel / to * step + tap / SIZE - before;
        int x = pixel % to * step + tap % SIZE - before;
        boolean outside = y < 0 || x < 0 || y >= from || x >= from;
        neighbors[tap][pixel] = outside ? -1 : y * from + x;
      }
    }
  }

  void apply(Kernel kernel, Pixels from, Pixels to) {
    from.findNonZeros();
    for (float[] pixel : to.data) {
      System.arraycopy(bias, 0, pixel, 0, bias.length);
    }
    // One tap after the other, so that its weights stay in the cache for all pixels.
    for (int tap = 0; tap < weights.length; tap++) {
      for (int pixel = 0; pixel < to.data.length; pixel++) {
        int neighbor = neighbors[tap][pixel];
        if (neighbor >= 0) {
          kernel.add(
              from.values[neighbor],
              from.picks[neighbor],
              from.counts[neighbor],
              weights[tap],
              to.data[pixel]);
        }
      }
    }
  }
}
