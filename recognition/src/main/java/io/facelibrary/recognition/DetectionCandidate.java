package io.facelibrary.recognition;

/**
 * What the detector takes for a face: 16 numbers in pixels of the picture (centre, width, height,
 * six points), and how sure it is.
 */
final class DetectionCandidate {
  private static final int WIDTH = 2;
  private static final int HEIGHT = 3;

  private final double score;
  private final double[] numbers;

  DetectionCandidate(double score, double[] numbers) {
    this.score = score;
    this.numbers = numbers;
  }

  double score() {
    return score;
  }

  double number(int i) {
    return numbers[i];
  }

  double left() {
    return numbers[0] - numbers[WIDTH] / 2;
  }

  double top() {
    return numbers[1] - numbers[HEIGHT] / 2;
  }

  double width() {
    return numbers[WIDTH];
  }

  double height() {
    return numbers[HEIGHT];
  }

  Point point(int i) {
    return new Point(numbers[4 + 2 * i], numbers[5 + 2 * i]);
  }

  /** The area that two share, in relation to what they cover together. */
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
