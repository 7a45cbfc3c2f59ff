package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FakeFaceLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The guard asks for matches only, judges the candidates, and removes those not asked for. */
class SearchJudgeTest {
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/face.jpg");
  private static final SimilarityScale THRESHOLDS =
      SimilarityScale.ofThresholds(Similarity.of(0.8), Similarity.of(0.6));
  private static final SimilarityScale RATES = SimilarityScale.measured(1e-5, "held-out images");

  private static SearchResult found(OptionalLong compared, double... similarities) {
    List<Candidate> candidates =
        Arrays.stream(similarities)
            .mapToObj(value -> Candidate.of(PersonId.of("p" + value), Similarity.of(value)))
            .toList();
    SearchedFace face = SearchedFace.of(candidates);
    return SearchResult.of(
        List.of(compared.isPresent() ? face.withCompared(compared.getAsLong()) : face));
  }

  private static FakeFaceLibrary provider(Capabilities.Builder capabilities, SearchResult found) {
    return new FakeFaceLibrary(capabilities.offers(Capability.SEARCH, Capability.IMAGE_URL).build())
        .responding((operation, usual) -> found);
  }

  private static List<Candidate> search(FakeFaceLibrary provider, Search request) {
    return FaceLibraries.guard("sample", provider).search(request).faces().get(0).candidates();
  }

  private static Search seen(FakeFaceLibrary provider) {
    return (Search) provider.arguments.get(0).get(0);
  }

  @Test
  void aSearchWithoutANumberIsRefusedIfTheLibraryKnowsNone() {
    FakeFaceLibrary provider = provider(Capabilities.builder(), found(OptionalLong.empty(), 0.9));
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    assertThatThrownBy(() -> library.search(Search.of(IMAGE)))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.field()).isEqualTo("minSimilarity"))
        .hasMessageContaining(
            "minSimilarity must be set: sample recommends none; see the setting match-similarity");
    assertThatThrownBy(() -> library.search(Search.of(IMAGE).alsoPossible()))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(provider.calls).isEmpty();
  }

  @Test
  void aLibraryWithoutAScaleJudgesNothing() {
    FakeFaceLibrary provider =
        provider(Capabilities.builder(), found(OptionalLong.empty(), 0.9, 0.5, 0.4));

    List<Candidate> found =
        search(provider, Search.of(IMAGE).withMinSimilarity(Similarity.of(0.5)));

    assertThat(found).extracting(it -> it.similarity().value()).containsExactly(0.9, 0.5);
    assertThat(found).extracting(Candidate::verdict).containsOnly(Verdict.UNJUDGED);
    assertThat(found).extracting(Candidate::expectedStrangers).allMatch(it -> it.isEmpty());
  }

  @Test
  void thresholdsArePassedToTheProviderAndCutWhatItReturnsBelow() {
    FakeFaceLibrary provider =
        provider(
            Capabilities.builder().scale(THRESHOLDS),
            found(OptionalLong.empty(), 0.8, 0.79, 0.6, 0.1));

    assertThat(search(provider, Search.of(IMAGE)))
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.MATCH);
    assertThat(seen(provider).minSimilarity()).contains(Similarity.of(0.8));
    assertThat(search(provider, Search.of(IMAGE).alsoPossible()))
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.MATCH, Verdict.POSSIBLE, Verdict.POSSIBLE);
    assertThat(search(provider, Search.of(IMAGE).withMinSimilarity(Similarity.NONE)))
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.MATCH, Verdict.POSSIBLE, Verdict.POSSIBLE, Verdict.UNLIKELY);
  }

  @Test
  void ratesJudgeByTheNumberOfComparedFaces() {
    double similarity = RATES.least(Verdict.MATCH, 100).value();
    FakeFaceLibrary hundred =
        provider(Capabilities.builder().scale(RATES), found(OptionalLong.of(100), similarity));
    FakeFaceLibrary thousand =
        provider(Capabilities.builder().scale(RATES), found(OptionalLong.of(1000), similarity));

    assertThat(search(hundred, Search.of(IMAGE))).hasSize(1);
    assertThat(search(thousand, Search.of(IMAGE))).isEmpty();
    assertThat(search(thousand, Search.of(IMAGE).alsoPossible()))
        .allSatisfy(
            candidate -> {
              assertThat(candidate.verdict()).isEqualTo(Verdict.POSSIBLE);
              assertThat(candidate.expectedStrangers().orElseThrow()).isBetween(0.09, 0.11);
            });
    assertThat(seen(thousand).minSimilarity()).isEqualTo(Optional.empty());
  }

  @Test
  void aProviderWithRatesThatDoesNotReportComparedFacesIsDefective() {
    FakeFaceLibrary provider =
        provider(Capabilities.builder().scale(RATES), found(OptionalLong.empty(), 0.9));

    assertThatThrownBy(() -> search(provider, Search.of(IMAGE)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
              assertThat(failure.effect()).isEqualTo(Effect.NONE);
            })
        .hasMessageContaining("reported no number of compared faces");
  }

  @Test
  void anUndisclosedThresholdOfTheServiceMakesMatches() {
    FakeFaceLibrary provider =
        provider(
            Capabilities.builder().offers(Capability.OWN_THRESHOLD),
            found(OptionalLong.empty(), 0.3));

    assertThat(search(provider, Search.of(IMAGE)))
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.MATCH);
    assertThat(search(provider, Search.of(IMAGE).withMinSimilarity(Similarity.NONE)))
        .extracting(Candidate::verdict)
        .containsExactly(Verdict.UNJUDGED);
  }

  @Test
  void aFaceWithoutCandidatesStaysInTheResult() {
    FakeFaceLibrary provider =
        provider(Capabilities.builder().scale(THRESHOLDS), found(OptionalLong.empty(), 0.1));

    SearchResult result = FaceLibraries.guard("sample", provider).search(Search.of(IMAGE));

    assertThat(result.faces()).hasSize(1);
    assertThat(result.best()).isEmpty();
  }

  @Test
  void everyProviderHasTheSettingsOfTheScale() {
    Map<String, String> settings = Map.of("match-similarity", "0.7", "possible-similarity", "0.6");
    try (FaceLibrary library = FaceLibraries.open("sample", settings)) {
      assertThat(library.capabilities().scale())
          .contains(SimilarityScale.ofThresholds(Similarity.of(0.7), Similarity.of(0.6)));
    }
    try (FaceLibrary library = FaceLibraries.open("sample", Map.of("match-similarity", "0.7"))) {
      assertThat(library.capabilities().scale())
          .contains(SimilarityScale.ofThresholds(Similarity.of(0.7), Similarity.of(0.7)));
    }
  }

  @Test
  void wrongSettingsOfTheScaleAreRefusedByName() {
    assertRefused("match-similarity", "a number from 0 to 1", "match-similarity", "80");
    assertRefused("match-similarity", "a number from 0 to 1", "match-similarity", "high");
    assertRefused("match-similarity", "set together with", "possible-similarity", "0.5");
    assertThatThrownBy(
            () ->
                FaceLibraries.open(
                    "sample", Map.of("match-similarity", "0.5", "possible-similarity", "0.6")))
        .hasMessageContaining("possible-similarity must be at most match-similarity");
  }

  private static void assertRefused(String field, String rule, String name, String value) {
    assertThatThrownBy(() -> FaceLibraries.open("sample", Map.of(name, value)))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, refusal -> assertThat(refusal.field()).isEqualTo(field))
        .hasMessageContaining(rule);
  }
}
