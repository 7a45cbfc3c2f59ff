package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Candidate;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scale of rates is set, and never guessed from the rates of a response. */
class RateScaleTest {
  private static final Search SEARCH =
      Search.of(FaceImage.at("https://images.example.com/1.png"), GroupId.of("one"))
          .withMinSimilarity(Similarity.NONE);

  private final StubGreen green = new StubGreen();

  @AfterEach
  void stop() {
    green.close();
  }

  private void respond(String... rates) {
    String faces =
        Arrays.stream(rates)
            .map("{\"persons\":[{\"personId\":\"ann\",\"faceId\":\"1\",\"rate\":%s}]}"::formatted)
            .collect(Collectors.joining(","));
    green.respond(
        GreenPaths.SCAN,
        StubGreen.Response.success(
            "[{\"code\":200,\"results\":[{\"topPersonData\":[" + faces + "]}]}]"));
  }

  private static List<Double> similarities(FaceLibrary library) {
    return library.search(SEARCH).faces().stream()
        .flatMap(face -> face.candidates().stream())
        .map(Candidate::similarity)
        .map(Similarity::value)
        .toList();
  }

  @Test
  void readsRatesAsFractionsUnlessSetOtherwise() {
    respond("1", "0.9", "0", "-0.1");

    try (FaceLibrary library = green.open()) {
      assertThat(similarities(library)).containsExactly(1.0, 0.9, 0.0, 0.0);
    }
  }

  @Test
  void readsTheOnlyRateOfAResponseAsAPercentageIfThatIsSet() {
    respond("0.5");

    try (FaceLibrary library = green.builder().rateScale(RateScale.HUNDRED).open()) {
      assertThat(similarities(library)).containsExactly(0.005);
    }
  }

  @Test
  void readsPercentages() {
    respond("100", "93.5", "1");

    try (FaceLibrary library = green.builder().rateScale(RateScale.HUNDRED).open()) {
      assertThat(similarities(library)).containsExactly(1.0, 0.935, 0.01);
    }
  }

  @ParameterizedTest
  @CsvSource({"ONE, 1.0001", "HUNDRED, 100.01"})
  void readsARateThatExceedsItsScaleByRoundingAsTheLargest(RateScale scale, String rate) {
    respond(rate);

    try (FaceLibrary library = green.builder().rateScale(scale).open()) {
      assertThat(similarities(library)).containsExactly(1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ONE, 1.0002, set rate-scale to hundred",
    "ONE, 93.5, set rate-scale to hundred",
    "HUNDRED, 100.02, although rate-scale is hundred",
    "HUNDRED, 9350, although rate-scale is hundred"
  })
  void refusesAResponseWithARateAboveItsScale(RateScale scale, String rate, String remedy) {
    respond("0.5", rate);

    try (FaceLibrary library = green.builder().rateScale(scale).open()) {
      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> library.search(SEARCH));

      assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure).hasMessageContaining(remedy);
      assertThat(failure.call().orElseThrow().requestId()).hasValue("R-1");
    }
  }
}
