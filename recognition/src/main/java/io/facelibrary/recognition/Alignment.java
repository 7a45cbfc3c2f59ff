package io.facelibrary.recognition;

import io.facelibrary.recognition.internal.FaceNetworks;

/**
 * Cuts a face out of an image. The chip is rotated and scaled so that eyes, nose and mouth lie
 * where the face encoder expects them. Those are the points of dlib's mean face in a chip of 150 x
 * 150 pixels with a border of a quarter.
 */
final class Alignment {
  private static final double[] X = {47.55, 100.48, 74.01, 74.01};
  private static final double[] Y = {46.60, 46.60, 76.56, 105.42};
  private static final int MAX_SAMPLES = 8;

  // The point (x, y) of the chip is (a x - b y + left, b x + a y + top) in the image.
  private final double a;
  private final double b;
  private final double left;
  private final double top;

  /** Finds the rotation, the scale and the translation that fit the points best: least squares. */
  Alignment(KeyPoints points) {
    Point[] found = {points.leftEye(), points.rightEye(), points.nose(), points.mouth()};
    double chipX = 0;
    double chipY = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < X.length; i++) {
      chipX += X[i] / X.length;
      chipY += Y[i] / X.length;
      x += found[i].x() / X.length;
      y += found[i].y() / X.length;
    }
    double along = 0;
    double across = 0;
    double spread = 0;
    for (int i = 0; i < X.length; i++) {
      double px = X[i] - chipX;
      double py = Y[i] - chipY;
      double qx = found[i].x() - x;
      double qy = found[i].y() - y;
      along += px * qx + py * qy;
      across += px * qy - py * qx;
      spread += px * px + py * py;
    }
    a = along / spread;
    b = across / spread;
    left = x - (a * chipX - b * chipY);
    top = y - (b * chipX + a * chipY);
  }

  /**
   * Cuts the face out.
   *
   * @param size height and width of the result, which always shows the whole chip
   * @return the red, then the green, then the blue of all pixels; black outside the image
   */
  float[] cut(DecodedImage image, int size) {
    double unit = (double) FaceNetworks.FACE_SIZE / size;
    double scale = Math.hypot(a, b) * unit;
    // Large faces need several samples per pixel: a single sample is noise.
    int samples = (int) Math.min(MAX_SAMPLES, Math.max(1, Math.ceil(scale)));
    float share = 1f / (samples * samples);
    float[] rgb = new float[3 * size * size];
    float[] sum = new float[3];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        sum[0] = 0;
        sum[1] = 0;
        sum[2] = 0;
        for (int i = 0; i < samples; i++) {
          double chipY = (y + (i + 0.5) / samples) * unit - 0.5;
          for (int j = 0; j < samples; j++) {
            double chipX = (x + (j + 0.5) / samples) * unit - 0.5;
            addSample(image, a * chipX - b * chipY + left, b * chipX + a * chipY + top, sum);
          }
        }
        for (int c = 0; c < 3; c++) {
          rgb[(c * size + y) * size + x] = sum[c] * share;
        }
      }
    }
    return rgb;
  }

  private static void addSample(DecodedImage image, double x, double y, float[] sum) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    float right = (float) (x - column);
    float down = (float) (y - row);
    add(image, column, row, (1 - right) * (1 - down), sum);
    add(image, column + 1, row, right * (1 - down), sum);
    add(image, column, row + 1, (1 - right) * down, sum);
    add(image, column + 1, row + 1, right * down, sum);
  }

  private static void add(DecodedImage image, int x, int y, float weight, float[] sum) {
    if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
      return;
    }
    int pixel = image.rgb()[y * image.width() + x];
    sum[0] += weight * (pixel >> 16);
    sum[1] += weight * (pixel >> 8 & 0xFF);
    sum[2] += weight * (pixel & 0xFF);
  }
}
