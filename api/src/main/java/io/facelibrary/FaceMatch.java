package io.facelibrary;

import java.util.List;
import java.util.Optional;

/**
 * A face found in the searched image, and the persons that it may show.
 *
 * @param box the position of the face in the image; empty if the provider does not report it
 * @param candidates the most similar persons, best first, each person once; may be empty
 */
public record FaceMatch(Optional<Box> box, List<Candidate> candidates) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field or an element is null
   */
  public FaceMatch {
    Checks.present(box, "box");
    candidates = Checks.copy(candidates, "candidates");
  }
}
