package io.facelibrary.recognition;

import io.facelibrary.Box;
import io.facelibrary.recognition.internal.FaceNetworks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches the whole image for faces, and its parts if small faces are wanted. If no face is found,
 * it searches again with a border around the image.
 */
final class FaceDetector {
  // The detector finds a face that fills the image only if a border is added.
  private static final double BORDER = 0.25;

  private final FaceNetworks networks;
  private final double threshold;
  private final boolean small;

  FaceDetector(FaceNetworks networks, double threshold, boolean small) {
    this.networks = networks;
    this.threshold = threshold;
    this.small = small;
  }

  /** Returns the faces, the largest first. */
  List<DetectedFace> detect(DecodedImage image) {
    List<DetectionCandidate> candidates = scan(image, Letterbox.around(image));
    if (small) {
      candidates.addAll(scanParts(image));
    }
    if (candidates.isEmpty()) {
      candidates = scan(image, Letterbox.withBorder(image, BORDER));
    }
    return DetectionCandidates.merge(candidates).stream()
        .map(candidate -> face(image, candidate))
        .sorted(Comparator.comparingInt(DetectedFace::size).reversed())
        .toList();
  }

  private List<DetectionCandidate> scan(DecodedImage image, Letterbox part) {
    return DetectionCandidates.above(threshold, networks.detect(part.fill(image)), part);
  }

  /**
   * Squares of half the longer side. They overlap by half, so that no face lies on an edge only.
   */
  private List<DetectionCandidate> scanParts(DecodedImage image) {
    double side = Math.max(image.width(), image.height()) / 2.0;
    List<DetectionCandidate> found = new ArrayList<>();
    for (double top = 0; isNeeded(top, side, image.height()); top += side / 2) {
      for (double left = 0; isNeeded(left, side, image.width()); left += side / 2) {
        found.addAll(scan(image, new Letterbox(left, top, side)));
      }
    }
    return found;
  }

  private static boolean isNeeded(double start, double side, int length) {
    return start == 0 || start + side / 2 < length;
  }

  private static DetectedFace face(DecodedImage image, DetectionCandidate candidate) {
    KeyPoints points =
        new KeyPoints(
            candidate.point(0),
            candidate.point(1),
            candidate.point(2),
            candidate.point(3),
            candidate.point(4),
            candidate.point(5));
    Box box =
        new Box(
            (int) Math.round(candidate.left()),
            (int) Math.round(candidate.top()),
            (int) Math.max(1, Math.round(candidate.width())),
            (int) Math.max(1, Math.round(candidate.height())));
    return new DetectedFace(
        box, candidate.score(), points, QualityMeter.measure(image, candidate, points));
  }
}
