package io.facelibrary.recognition;

import io.facelibrary.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for faces: in the whole picture, then with a border around it, and in parts if asked. */
final class FaceDetector {
  // A face that fills the picture is found when there is something around it.
  private static final double BORDER = 0.25;

  private final FaceNetworks networks;
  private final double threshold;
  private final boolean small;

  FaceDetector(FaceNetworks networks, double threshold, boolean small) {
    this.networks = networks;
    this.threshold = threshold;
    this.small = small;
  }

  /** The faces, the largest first. */
  List<DetectedFace> detect(DecodedImage picture) {
    List<DetectionCandidate> candidates = look(picture, Letterbox.around(picture));
    if (small) {
      candidates.addAll(lookCloser(picture));
    }
    if (candidates.isEmpty()) {
      candidates = look(picture, Letterbox.farAround(picture, BORDER));
    }
    return DetectionCandidates.merge(candidates).stream()
        .map(candidate -> face(picture, candidate))
        .sorted(Comparator.comparingInt(DetectedFace::size).reversed())
        .toList();
  }

  private List<DetectionCandidate> look(DecodedImage picture, Letterbox part) {
    return DetectionCandidates.above(threshold, networks.detect(part.fill(picture)), part);
  }

  /** Squares of half the longer side, each half over the next, so that no face lies on a seam. */
  private List<DetectionCandidate> lookCloser(DecodedImage picture) {
    double side = Math.max(picture.width(), picture.height()) / 2.0;
    List<DetectionCandidate> found = new ArrayList<>();
    for (double top = 0; isWorthIt(top, side, picture.height()); top += side / 2) {
      for (double left = 0; isWorthIt(left, side, picture.width()); left += side / 2) {
        found.addAll(look(picture, new Letterbox(left, top, side)));
      }
    }
    return found;
  }

  private static boolean isWorthIt(double start, double side, int length) {
    return start == 0 || start + side / 2 < length;
  }

  private static DetectedFace face(DecodedImage picture, DetectionCandidate candidate) {
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
        box, candidate.score(), points, QualityMeter.measure(picture, candidate, points));
  }
}
