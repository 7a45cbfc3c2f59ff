package io.facelibrary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result of a {@link Search}.
 *
 * @param matches one match for each face found in the image, even if no person is similar
 * @param model the name of the model that compared the faces; empty if the provider does not report
 *     it. Similarities of different models cannot be compared.
 */
public record SearchResult(List<FaceMatch> matches, Optional<String> model) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field or an element is null
   */
  public SearchResult {
    matches = Checks.copy(matches, "matches");
    Checks.present(model, "model");
  }

  /** Returns the person most similar to any face in the image; empty if no person was found. */
  public Optional<Candidate> best() {
    return matches.stream()
        .flatMap(match -> match.candidates().stream())
        .max(Comparator.comparing(Candidate::similarity));
  }
}
