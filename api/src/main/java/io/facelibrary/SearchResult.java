package io.facelibrary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is in a picture.
 *
 * @param matches one for each face found in the picture
 * @param model the name of the model that compared, where the provider tells; similarities of
 *     different models cannot be compared
 */
public record SearchResult(List<FaceMatch> matches, Optional<String> model) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field is or holds null
   */
  public SearchResult {
    matches = Checks.copy(matches, "matches");
    Checks.present(model, "model");
  }

  /** The person most similar to any face in the picture, or empty if nobody was found. */
  public Optional<Candidate> best() {
    return matches.stream()
        .flatMap(match -> match.candidates().stream())
        .max(Comparator.comparing(Candidate::similarity));
  }
}
