package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measured error rates of the shipped model. */
class DlibModelTest {
  private static final SimilarityScale SCALE = DlibModel.model(false).scale().orElseThrow();

  @ParameterizedTest
  @CsvSource({"0.45, 3e-5", "0.50, 3.1e-4", "0.55, 2.7e-3", "0.60, 1.7e-2"})
  void aSimilarityStatesTheFalseAcceptRateThatWasMeasured(double distance, double rate) {
    Similarity similarity = DlibModel.CURVE.similarity(distance);

    assertThat(similarity.falseAcceptRate()).isCloseTo(rate, within(rate * 1e-6));
    assertThat(SCALE.expectedStrangers(similarity, 1).orElseThrow())
        .isCloseTo(rate, within(rate * 1e-6));
  }

  @Property
  void aSmallerDistanceIsNeverLessSimilar(
      @ForAll @DoubleRange(min = 0, max = 1.5) double one,
      @ForAll @DoubleRange(min = 0, max = 1.5) double other) {
    Similarity nearer = DlibModel.CURVE.similarity(Math.min(one, other));

    assertThat(nearer.isAtLeast(DlibModel.CURVE.similarity(Math.max(one, other)))).isTrue();
  }

  @Test
  void theTwoSamplesAreFarFromPossible() {
    Similarity similarity = DlibModel.CURVE.similarity(0.691);

    assertThat(SCALE.verdict(similarity, 1)).isEqualTo(Verdict.UNLIKELY);
    assertThat(similarity.value()).isLessThan(SCALE.least(Verdict.POSSIBLE, 1).value() / 4);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.527, 0.585", "10, 0.527, 0.585", "100, 0.476, 0.585", "1000, 0.426, 0.527"})
  void theVerdictsLieAtTheDistancesOfTheDocuments(long faces, double match, double possible) {
    assertThat(largestDistance(Verdict.MATCH, faces)).isCloseTo(match, within(0.0015));
    assertThat(largestDistance(Verdict.POSSIBLE, faces)).isCloseTo(possible, within(0.0015));
  }

  @Test
  void ratesBelowTheMeasuredOnesAreExtrapolated() {
    assertThat(SCALE.isExtrapolated(DlibModel.CURVE.similarity(0.44))).isTrue();
    assertThat(SCALE.isExtrapolated(DlibModel.CURVE.similarity(0.46))).isFalse();
    assertThat(SCALE.source()).hasValueSatisfying(it -> assertThat(it).contains("LFW"));
  }

  @Test
  void theMirroredAverageHasNoScaleBecauseItWasNotMeasured() {
    assertThat(DlibModel.model(true).scale()).isEmpty();
  }

  private static double largestDistance(Verdict verdict, long faces) {
    Similarity least = SCALE.least(verdict, faces);
    double distance = 0;
    while (DlibModel.CURVE.similarity(distance + 0.0005).isAtLeast(least)) {
      distance += 0.0005;
    }
    return distance;
  }
}
