package io.facelibrary.recognition;

import java.util.Arrays;

/** The values of a layer of few pixels, all channels of a pixel together. */
final class Pixels {
  final int size;
  final float[][] data;

  /** The values that are not zero, their channels, and their number. */
  final float[][] values;

  final int[][] picks;
  final int[] counts;

  /** Creates a square layer. */
  Pixels(int size, int channels) {
    this.size = size;
    data = new float[size * size][channels];
    values = new float[size * size][channels];
    picks = new int[size * size][channels];
    counts = new int[size * size];
  }

  void findNonZeros() {
    for (int pixel = 0; pixel < data.length; pixel++) {
      float[] all = data[pixel];
      float[] kept = values[pixel];
      int[] places = picks[pixel];
      int count = 0;
      for (int c = 0; c < all.length; c++) {
        kept[count] = all[c];
        places[count] = c;
        count += all[c] == 0 ? 0 : 1;
      }
      counts[pixel] = count;
    }
  }

  void take(Planes planes) {
    for (int c = 0; c < planes.channels; c++) {
      for (int pixel = 0; pixel < data.length; pixel++) {
        data[pixel][c] = planes.data[c][planes.row(pixel / size) + pixel % size];
      }
    }
  }

  void rectify() {
    for (float[] pixel : data) {
      for (int c = 0; c < pixel.length; c++) {
        pixel[c] = Math.max(0f, pixel[c]);
      }
    }
  }

  void addAndRectify(Pixels added) {
    for (int pixel = 0; pixel < data.length; pixel++) {
      float[] sum = data[pixel];
      float[] other = added.data[pixel];
      for (int c = 0; c < sum.length; c++) {
        sum[c] = Math.max(0f, sum[c] + other[c]);
      }
    }
  }

  /**
   * Ends a block that halves the layer: adds the mean of four input pixels to each pixel, and
   * rectifies. The input may have fewer channels. The sums may have one row and one column less
   * than the result.
   */
  void setToHalved(Pixels before, Pixels sums) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float[] pixel = data[y * size + x];
        if (y < sums.size && x < sums.size) {
          System.arraycopy(sums.data[y * sums.size + x], 0, pixel, 0, pixel.length);
        } else {
          Arrays.fill(pixel, 0);
        }
        int corner = 2 * y * before.size + 2 * x;
        float[] a = before.data[corner];
        float[] b = before.data[corner + 1];
        float[] c = before.data[corner + before.size];
        float[] d = before.data[corner + before.size + 1];
        for (int i = 0; i < a.length; i++) {
          pixel[i] += (a[i] + b[i] + c[i] + d[i]) / 4;
        }
        for (int i = 0; i < pixel.length; i++) {
          pixel[i] = Math.max(0f, pixel[i]);
        }
      }
    }
  }
}
