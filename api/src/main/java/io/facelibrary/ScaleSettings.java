package io.facelibrary;

import java.util.List;
import java.util.Optional;

/** The settings by which a user gives a scale to a library of any provider. */
final class ScaleSettings {
  static final String MATCH_SIMILARITY = "match-similarity";
  static final String POSSIBLE_SIMILARITY = "possible-similarity";

  private static final ProviderSetting<Double> MATCH =
      similarity(
          MATCH_SIMILARITY,
          "the least similarity of a match, in place of the library's own scale; a low number accepts"
              + " strangers");
  private static final ProviderSetting<Double> POSSIBLE =
      similarity(
          POSSIBLE_SIMILARITY,
          "the least similarity of a possible match; " + MATCH_SIMILARITY + " unless set");

  static final List<ProviderSetting<?>> ALL = List.of(MATCH, POSSIBLE);

  private ScaleSettings() {}

  private static ProviderSetting<Double> similarity(String name, String meaning) {
    return ProviderSetting.decimal(name, meaning).between(0.0, 1.0);
  }

  /**
   * Returns the scale of settings; empty if they have none.
   *
   * @throws InvalidRequestException if a value is not a similarity, only the second is set, or it
   *     is above the first
   */
  static Optional<SimilarityScale> scale(ProviderSettings settings) {
    Optional<Similarity> match = settings.find(MATCH).map(Similarity::of);
    Optional<Similarity> possible = settings.find(POSSIBLE).map(Similarity::of);
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
}
