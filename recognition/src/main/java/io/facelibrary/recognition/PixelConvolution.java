package io.facelibrary.recognition;

import java.util.Arrays;

/**
 * A convolution over a picture of few pixels and many channels: works on all channels of a pixel at
 * once, leaves out what lies beyond the border, and skips zeros, which rectifying makes many of.
 */
final class PixelConvolution {
  private static final int SIZE = 3;

  private final float[][][] weights;
  private final float[] bias;
  private final int[][] neighbours;

  /**
   * Prepares a convolution of 3 x 3.
   *
   * @param filters {@code [3, 3, in, out]}
   * @param from height and width of the picture
   * @param to height and width of the result
   * @param step from a pixel to the next
   * @param before how many rows and columns of zeros are thought above and left of the picture
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
    neighbours = new int[SIZE * SIZE][to * to];
    for (int tap = 0; tap < neighbours.length; tap++) {
      for (int pixel = 0; pixel < to * to; pixel++) {
        int y = pixel / to * step + tap / SIZE - before;
        int x = pixel % to * step + tap % SIZE - before;
        boolean outside = y < 0 || x < 0 || y >= from || x >= from;
        neighbours[tap][pixel] = outside ? -1 : y * from + x;
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
        int neighbour = neighbours[tap][pixel];
        if (neighbour >= 0) {
          kernel.add(
              from.values[neighbour],
              from.picks[neighbour],
              from.counts[neighbour],
              weights[tap],
              to.data[pixel]);
        }
      }
    }
  }
}
