package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Candidate;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.StubGreen;
import io.facelibrary.aliyun.support.TestLibraries;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor recommends no similarity, so the user sets one, or names it in each search. */
class ThresholdsTest {
  private static final Search SEARCH = Search.of(TestLibraries.IMAGE, GroupId.of("one"));
  private static final SimilarityScale THRESHOLDS =
      SimilarityScale.ofThresholds(Similarity.of(0.8), Similarity.of(0.6));

  private final StubGreen green = new StubGreen();

  @BeforeEach
  void respond() {
    String persons =
        "[{\"personId\":\"ann\",\"faceId\":\"1\",\"rate\":0.8},"
            + "{\"personId\":\"bob\",\"faceId\":\"2\",\"rate\":0.6},"
            + "{\"personId\":\"cid\",\"faceId\":\"3\",\"rate\":0.59}]";
    green.respond(
        GreenPaths.SCAN,
        StubGreen.Response.success(
            "[{\"code\":200,\"results\":[{\"topPersonData\":[{\"persons\":" + persons + "}]}]}]"));
  }

  @AfterEach
  void stop() {
    green.close();
  }

  private static List<String> find(FaceLibrary library, Search search) {
    return library.search(search).faces().get(0).candidates().stream()
        .map(ThresholdsTest::describe)
        .toList();
  }

  private static String describe(Candidate candidate) {
    return candidate.person() + " " + candidate.verdict();
  }

  @Test
  void refusesASearchWithoutAMinimumBeforeAnyCall() {
    try (FaceLibrary library = green.open()) {
      InvalidRequestException refusal =
          catchThrowableOfType(InvalidRequestException.class, () -> library.search(SEARCH));

      assertThat(library.capabilities().scale()).isEmpty();
      assertThat(refusal.field()).isEqualTo("minSimilarity");
      assertThat(refusal)
          .hasMessageContaining(
              "minSimilarity must be set: aliyun recommends none; see the setting match-similarity");
      assertThat(green.requests()).isEmpty();
    }
  }

  @Test
  void doesNotJudgeThePersonsOfASearchWithItsOwnMinimum() {
    try (FaceLibrary library = green.open()) {
      assertThat(find(library, SEARCH.withMinSimilarity(Similarity.of(0.6))))
          .containsExactly("ann " + Verdict.UNJUDGED, "bob " + Verdict.UNJUDGED);
    }
  }

  @Test
  void judgesByTheThresholdsOfTheBuilder() {
    try (FaceLibrary library = green.builder().similarityScale(THRESHOLDS).open()) {
      assertThat(library.capabilities().scale()).hasValue(THRESHOLDS);
      assertJudges(library);
    }
  }

  @Test
  void judgesByTheThresholdsOfTheSettings() {
    try (FaceLibrary library =
        TestLibraries.open(
            green.endpoint().toString(), "match-similarity", "0.8", "possible-similarity", "0.6")) {
      assertThat(library.capabilities().scale()).hasValue(THRESHOLDS);
      assertJudges(library);
    }
  }

  private static void assertJudges(FaceLibrary library) {
    assertThat(find(library, SEARCH)).containsExactly("ann " + Verdict.MATCH);
    assertThat(find(library, SEARCH.alsoPossible()))
        .containsExactly("ann " + Verdict.MATCH, "bob " + Verdict.POSSIBLE);
    assertThat(find(library, SEARCH.withMinSimilarity(Similarity.NONE)))
        .containsExactly(
            "ann " + Verdict.MATCH, "bob " + Verdict.POSSIBLE, "cid " + Verdict.UNLIKELY);
  }

  @Test
  void readsPercentagesByTheSettings() {
    green.respond(
        GreenPaths.SCAN,
        StubGreen.Response.success(
            "[{\"code\":200,\"results\":[{\"topPersonData\":[{\"persons\":"
                + "[{\"personId\":\"ann\",\"faceId\":\"1\",\"rate\":93.5}]}]}]}]"));

    try (FaceLibrary library =
        TestLibraries.open(
            green.endpoint().toString(), "rate-scale", "hundred", "match-similarity", "0.9")) {
      assertThat(find(library, SEARCH)).containsExactly("ann " + Verdict.MATCH);
    }
  }

  @Test
  void refusesAScaleOfRates() {
    SimilarityScale rates = SimilarityScale.measured(0.001, "a test");

    InvalidRequestException refusal =
        catchThrowableOfType(
            InvalidRequestException.class, () -> green.builder().similarityScale(rates));

    assertThat(refusal.field()).isEqualTo("similarityScale");
    assertThat(refusal).hasMessageContaining("must be a scale of thresholds");
  }
}
