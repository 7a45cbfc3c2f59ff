package io.facelibrary;

import java.util.Map;
import java.util.Optional;

/** The settings by which a user gives a scale to a library of any provider. */
final class ScaleSettings {
  static final String MATCH_SIMILARITY = "match-similarity";
  static final String POSSIBLE_SIMILARITY = "possible-similarity";

  private ScaleSettings() {}

  /**
   * Removes the settings of the scale from the others.
   *
   * @return the scale; empty if it is not set
   * @throws InvalidRequestException if a value is not a similarity, only the second is set, or it
   *     is above the first
   */
  static Optional<SimilarityScale> takeFrom(Map<String, String> settings) {
    Optional<Similarity> match = take(settings, MATCH_SIMILARITY);
    Optional<Similarity> possible = take(settings, POSSIBLE_SIMILARITY);
    if (match.isEmpty()) {
      if (possible.isPresent()) {
        throw InvalidRequestException.of(
            MATCH_SIMILARITY, "must be set together with " + POSSIBLE_SIMILARITY);
      }
      return Optional.empty();
    }
    if (possible.isPresent() && possible.get().compareTo(match.get()) > 0) {
      throw InvalidRequestException.of(POSSIBLE_SIMILARITY, "must be at most " + MATCH_SIMILARITY);
    }
    return Optional.of(SimilarityScale.ofThresholds(match.get(), possible.orElse(match.get())));
  }

  private static Optional<Similarity> take(Map<String, String> settings, String name) {
    String value = settings.remove(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Similarity.of(Double.parseDouble(value)));
    } catch (NumberFormatException | InvalidRequestException e) {
      throw InvalidRequestException.of(name, "must be a number from 0 to 1");
    }
  }
}
