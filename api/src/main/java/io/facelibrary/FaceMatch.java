package io.facelibrary;

import java.util.List;
import java.util.Optional;

/**
 * A face found in a picture and who it may be.
 *
 * @param box where the face is, where the provider tells
 * @param candidates the most similar persons, best first, each once; may be empty
 */
public record FaceMatch(Optional<Box> box, List<Candidate> candidates) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field is or holds null
   */
  public FaceMatch {
    Checks.present(box, "box");
    candidates = Checks.copy(candidates, "candidates");
  }
}
