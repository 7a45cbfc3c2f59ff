package io.facelibrary.recognition;

import java.util.List;
import java.util.Optional;

/** Decides whether a picture shows one face well enough to know the person by. */
final class QualityGate {
  private static final double LEAST_VISIBLE = 0.85;
  private static final double LEAST_BRIGHTNESS = 20;
  private static final double LEAST_SHARPNESS = 0.065;

  private QualityGate() {}

  /**
   * Looks for what is wrong.
   *
   * @param faces those in the picture, the largest first
   * @return empty if the first of them can be taken
   */
  static Optional<Rejection> check(List<DetectedFace> faces) {
    if (faces.isEmpty()) {
      return reject(RejectionReason.NO_FACE, "there is no face in the picture");
    }
    DetectedFace face = faces.get(0);
    // Somebody far behind is no second face: the one in front is twice as large.
    if (faces.size() > 1 && 2 * faces.get(1).size() > face.size()) {
      return reject(
          RejectionReason.SEVERAL_FACES,
          "there is more than one face in the picture, and none is twice as large as the others");
    }
    if (face.size() < DetectedFace.TOO_SMALL) {
      return reject(
          RejectionReason.TOO_SMALL,
          "the face must be at least " + DetectedFace.TOO_SMALL + " pixels high");
    }
    if (face.quality().visible() < LEAST_VISIBLE) {
      return reject(RejectionReason.CUT_OFF, "part of the face is outside the picture");
    }
    if (face.quality().brightness() < LEAST_BRIGHTNESS) {
      return reject(RejectionReason.TOO_DARK, "the face is too dark");
    }
    if (face.quality().sharpness() < LEAST_SHARPNESS) {
      return reject(RejectionReason.TOO_BLURRED, "the face is too blurred");
    }
    return Optional.empty();
  }

  private static Optional<Rejection> reject(RejectionReason reason, String message) {
    return Optional.of(new Rejection(reason, message));
  }
}
