package io.facelibrary.recognition;

/**
 * Measures how well a face can be seen, on a small copy of it: 50 pixels a side, of which the face
 * takes about 33. Detail that is lost at that size, nobody can recognise the face by.
 */
final class QualityMeter {
  private static final int SIZE = 50;

  private QualityMeter() {}

  static Quality measure(DecodedImage picture, DetectionCandidate face, KeyPoints points) {
    float[] luminance = luminance(new Alignment(points).cut(picture, SIZE));
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
    // One grey level more keeps a face without contrast from counting as full of detail.
    double variance = squares / count - mean * mean + 1;
    return new Quality(mean, Math.sqrt(detail / count / variance), visible(picture, face));
  }

  private static float[] luminance(float[] rgb) {
    int pixels = SIZE * SIZE;
    float[] luminance = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      // Rec. 601, as JPEG has it.
      luminance[i] = 0.299f * rgb[i] + 0.587f * rgb[pixels + i] + 0.114f * rgb[2 * pixels + i];
    }
    return luminance;
  }

  private static double visible(DecodedImage picture, DetectionCandidate face) {
    double across =
        Math.min(face.left() + face.width(), picture.width()) - Math.max(face.left(), 0);
    double down = Math.min(face.top() + face.height(), picture.height()) - Math.max(face.top(), 0);
    double area = face.width() * face.height();
    return area == 0 ? 0 : Math.max(0, across) * Math.max(0, down) / area;
  }
}
