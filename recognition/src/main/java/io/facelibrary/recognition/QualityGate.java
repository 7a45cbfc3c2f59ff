package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import java.util.List;
import java.util.Optional;

/** Decides whether an image shows one face well enough to recognize the person. */
final class QualityGate {
  private static final double MIN_VISIBLE = 0.85;
  private static final double MIN_BRIGHTNESS = 20;
  private static final double MIN_SHARPNESS = 0.065;

  private QualityGate() {}

  /**
   * Checks the faces of an image.
   *
   * @param faces the faces of the image, the largest first
   * @return the reason to reject the image; empty if the first face is accepted
   */
  static Optional<FaceEncoder.Rejected> check(List<DetectedFace> faces) {
    if (faces.isEmpty()) {
      return reject(RejectionReason.NO_FACE, "there is no face in the image");
    }
    DetectedFace face = faces.get(0);
    // A person far in the background does not count: the face in front is twice as large.
    if (faces.size() > 1 && 2 * faces.get(1).size() > face.size()) {
      return reject(
          RejectionReason.SEVERAL_FACES,
          "there is more than one face in the image, and none is twice as large as the others");
    }
    if (face.size() < DetectedFace.TOO_SMALL) {
      return reject(
          RejectionReason.TOO_SMALL,
          "the face must be at least " + DetectedFace.TOO_SMALL + " pixels high");
    }
    if (face.quality().visible() < MIN_VISIBLE) {
      return reject(RejectionReason.CUT_OFF, "part of the face is outside the image");
    }
    if (face.quality().brightness() < MIN_BRIGHTNESS) {
      return reject(RejectionReason.TOO_DARK, "the face is too dark");
    }
    if (face.quality().sharpness() < MIN_SHARPNESS) {
      return reject(RejectionReason.TOO_BLURRED, "the face is too blurred");
    }
    return Optional.empty();
  }

  private static Optional<FaceEncoder.Rejected> reject(RejectionReason reason, String message) {
    return Optional.of(reason.withMessage(message));
  }
}
