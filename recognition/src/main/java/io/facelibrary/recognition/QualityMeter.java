package io.facelibrary.recognition;

/**
 * Measures the quality of a face on a small copy: 50 x 50 pixels, of which the face takes about 33
 * x 33. Details that are lost at that size do not help to recognize the face.
 */
final class QualityMeter {
  private static final int SIZE = 50;

  private QualityMeter() {}

  static Quality measure(DecodedImage image, DetectionCandidate face, KeyPoints points) {
    float[] luminance = luminance(new Alignment(points).cut(image, SIZE));
    double mean = 0;
    double squares = 0;
    double detail = 0;
    for (int y = 1; y < SIZE - 1; y++) {
      for (int x = 1; x < SIZE - 1; x++) {
        int at = y * SIZE + x;
        double value = luminance[at];
        double around =
            luminance[at - 1] + luminance[at + 1] + luminance[at - SIZE] + luminance[at + SIZE];
        mean += value;
        squares += value * value;
        detail += (value - around / 4) * (value - around / 4);
      }
    }
    int count = (SIZE - 2) * (SIZE - 2);
    mean /= count;
    // The added gray level keeps a face without contrast from scoring as detailed.
    double variance = squares / count - mean * mean + 1;
    return new Quality(mean, Math.sqrt(detail / count / variance), visible(image, face));
  }

  private static float[] luminance(float[] rgb) {
    int pixels = SIZE * SIZE;
    float[] luminance = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      // Rec. 601, as in JPEG.
      luminance[i] = 0.299f * rgb[i] + 0.587f * rgb[pixels + i] + 0.114f * rgb[2 * pixels + i];
    }
    return luminance;
  }

  private static double visible(DecodedImage image, DetectionCandidate face) {
    double across = Math.min(face.left() + face.width(), image.width()) - Math.max(face.left(), 0);
    double down = Math.min(face.top() + face.height(), image.height()) - Math.max(face.top(), 0);
    double area = face.width() * face.height();
    return area == 0 ? 0 : Math.max(0, across) * Math.max(0, down) / area;
  }
}
