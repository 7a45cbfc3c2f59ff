package io.facelibrary.recognition;

/**
 * A possible face: a score, and 16 values in pixels of the image (center, width, height, six
 * points).
 */
final class DetectionCandidate {
  private static final int WIDTH = 2;
  private static final int HEIGHT = 3;

  private final double score;
  private final double[] values;

  DetectionCandidate(double score, double[] values) {
    this.score = score;
    this.values = values;
  }

  double score() {
    return score;
  }

  double value(int i) {
    return values[i];
  }

  double left() {
    return values[0] - values[WIDTH] / 2;
  }

  double top() {
    return values[1] - values[HEIGHT] / 2;
  }

  double width() {
    return values[WIDTH];
  }

  double height() {
    return values[HEIGHT];
  }

  Point point(int i) {
    return new Point(values[4 + 2 * i], values[5 + 2 * i]);
  }

  /** The intersection of the two boxes, as a share of their union. */
  double overlap(DetectionCandidate other) {
    double across =
        Math.min(left() + width(), other.left() + other.width()) - Math.max(left(), other.left());
    double down =
        Math.min(top() + height(), other.top() + other.height()) - Math.max(top(), other.top());
    if (across <= 0 || down <= 0) {
      return 0;
    }
    double shared = across * down;
    return shared / (width() * height() + other.width() * other.height() - shared);
  }
}
