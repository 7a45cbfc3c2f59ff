package io.facelibrary.recognition;

import io.facelibrary.recognition.internal.FaceNetworks;
import java.util.Arrays;

/**
 * A square part of an image, scaled to the input size of the detector. The part may extend beyond
 * the image, where it is black. Each pixel is the mean of the area that it covers. Simpler scaling
 * adds patterns that the image does not have.
 */
final class Letterbox {
  private static final int SIZE = FaceNetworks.DETECTOR_SIZE;

  private final double left;
  private final double top;
  private final double scale;

  /**
   * Creates the part.
   *
   * @param side its height and width in pixels of the image
   */
  Letterbox(double left, double top, double side) {
    this.left = left;
    this.top = top;
    scale = side / SIZE;
  }

  /** The whole image, from its top left corner. */
  static Letterbox around(DecodedImage image) {
    return new Letterbox(0, 0, Math.max(image.width(), image.height()));
  }

  /** The whole image with a border, for faces that fill the image. */
  static Letterbox withBorder(DecodedImage image, double border) {
    double side = Math.max(image.width(), image.height());
    return new Letterbox(-border * side, -border * side, side * (1 + 2 * border));
  }

  /** The size of a pixel of the detector, in pixels of the image. */
  double scale() {
    return scale;
  }

  double x(double detector) {
    return left + detector * scale;
  }

  double y(double detector) {
    return top + detector * scale;
  }

  float[] fill(DecodedImage image) {
    float[] rgb = new float[3 * SIZE * SIZE];
    Spans columns = new Spans(left, scale, image.width());
    Spans rows = new Spans(top, scale, image.height());
    float[] sums = new float[3 * SIZE];
    for (int y = 0; y < SIZE; y++) {
      Arrays.fill(sums, 0);
      for (int source = rows.from[y]; source < rows.to[y]; source++) {
        addRow(image, source, columns, rows.share(y, source), sums);
      }
      for (int c = 0; c < 3; c++) {
        System.arraycopy(sums, c * SIZE, rgb, (c * SIZE + y) * SIZE, SIZE);
      }
    }
    return rgb;
  }

  private static void addRow(
      DecodedImage image, int row, Spans columns, float share, float[] sums) {
    int[] pixels = image.rgb();
    int first = row * image.width();
    for (int x = 0; x < SIZE; x++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int source = columns.from[x]; source < columns.to[x]; source++) {
        int pixel = pixels[first + source];
        float part = columns.share(x, source);
        red += part * (pixel >> 16);
        green += part * (pixel >> 8 & 0xFF);
        blue += part * (pixel & 0xFF);
      }
      sums[x] += share * red;
      sums[SIZE + x] += share * green;
      sums[2 * SIZE + x] += share * blue;
    }
  }

  /** The pixels along a side that each pixel of the detector covers, and the share of each. */
  private static final class Spans {
    final int[] from = new int[SIZE];
    final int[] to = new int[SIZE];
    private final double start;
    private final double scale;

    Spans(double start, double scale, int length) {
      this.start = start;
      this.scale = scale;
      for (int i = 0; i < SIZE; i++) {
        from[i] = (int) Math.max(0, Math.floor(start + i * scale));
        to[i] = (int) Math.min(length, Math.ceil(start + (i + 1) * scale));
      }
    }

    float share(int i, int source) {
      double begin = Math.max(source, start + i * scale);
      double end = Math.min(source + 1, start + (i + 1) * scale);
      return (float) (Math.max(0, end - begin) / scale);
    }
  }
}
