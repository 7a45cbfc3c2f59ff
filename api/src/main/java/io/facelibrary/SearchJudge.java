package io.facelibrary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Applies a library's {@link SimilarityScale} to searches, for every provider. */
final class SearchJudge {
  private final String provider;
  private final Optional<SimilarityScale> scale;
  private final boolean ownThreshold;

  SearchJudge(String provider, Capabilities capabilities) {
    this.provider = provider;
    scale = capabilities.scale();
    ownThreshold = capabilities.offers(Capability.OWN_THRESHOLD);
  }

  /**
   * Returns the search to pass to the provider. A scale of thresholds gives it a minimum. With a
   * scale of rates only the provider knows how many faces it compares.
   *
   * @throws InvalidRequestException if neither the request nor the library has a minimum
   */
  Search bounded(Search request) {
    if (request.minSimilarity().isPresent()) {
      return request;
    }
    if (scale.isPresent()) {
      return scale.get().hasRates()
          ? request
          : request.withMinSimilarity(request.leastSimilarity(scale.get(), 0));
    }
    if (ownThreshold) {
      return request;
    }
    throw InvalidRequestException.of(
        "minSimilarity",
        "must be set: "
            + provider
            + " recommends none; see the setting "
            + ScaleSettings.MATCH_SIMILARITY);
  }

  /** Returns the candidates that the request asked for, each with its verdict. */
  SearchResult judge(Search request, SearchResult result) {
    List<SearchedFace> judged = new ArrayList<>(result.faces().size());
    for (SearchedFace face : result.faces()) {
      judged.add(face.withCandidates(judge(request, face)));
    }
    return result.withFaces(judged);
  }

  private List<Candidate> judge(Search request, SearchedFace face) {
    // With a number of the caller, the service may have returned strangers.
    Verdict unscaled =
        ownThreshold && request.minSimilarity().isEmpty() ? Verdict.MATCH : Verdict.UNJUDGED;
    long compared = face.compared().orElse(0);
    Similarity least =
        scale
            .map(it -> request.leastSimilarity(it, compared))
            .or(request::minSimilarity)
            .orElse(Similarity.NONE);
    List<Candidate> judged = new ArrayList<>(face.candidates().size());
    for (Candidate candidate : face.candidates()) {
      if (candidate.similarity().isAtLeast(least)) {
        judged.add(judge(candidate, compared, unscaled));
      }
    }
    return judged;
  }

  private Candidate judge(Candidate candidate, long compared, Verdict unscaled) {
    Similarity similarity = candidate.similarity();
    Candidate judged =
        candidate.withVerdict(scale.map(it -> it.verdict(similarity, compared)).orElse(unscaled));
    OptionalDouble strangers =
        scale.map(it -> it.expectedStrangers(similarity, compared)).orElse(OptionalDouble.empty());
    return strangers.isPresent() ? judged.withExpectedStrangers(strangers.getAsDouble()) : judged;
  }

  /** Returns whether the provider left out the number that a scale of rates needs. */
  boolean lacksComparedFaces(SearchResult result) {
    return scale.filter(SimilarityScale::hasRates).isPresent()
        && result.faces().stream().anyMatch(face -> face.compared().isEmpty());
  }
}
