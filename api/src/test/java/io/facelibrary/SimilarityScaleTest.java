package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimilarityScaleTest {
  private final SimilarityScale measured = SimilarityScale.measured(3e-5, "held-out images");

  @Test
  void similarityOfMeasuredModelsIsFixedFunctionOfFalseAcceptRate() {
    Map<Double, Double> expected =
        Map.of(1.0, 0.0, 1e-1, 0.25, 1e-2, 0.5, 1.0 / 3000, 0.8, 1e-5, 0.95, 0.0, 1.0);
    expected.forEach(
        (rate, similarity) ->
            assertThat(Similarity.ofFalseAcceptRate(rate).value())
                .isCloseTo(similarity, within(1e-9)));
  }

  @Test
  void falseAcceptRateIsInverseOfSimilarity() {
    for (double rate = 1; rate > 1e-14; rate /= 3) {
      Similarity similarity = Similarity.ofFalseAcceptRate(rate);
      assertThat(similarity.falseAcceptRate()).isCloseTo(rate, within(rate * 1e-6));
    }
  }

  @Test
  void rateOutsideZeroToOneIsRefused() {
    for (double rate : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> Similarity.ofFalseAcceptRate(rate))
          .hasMessageContaining("rate must be a number from 0 to 1");
    }
  }

  @Test
  void moreFacesComparedNeedMoreSimilarity() {
    assertThat(rate(Verdict.MATCH, 1)).isCloseTo(1e-3, within(1e-9));
    assertThat(rate(Verdict.MATCH, 10)).isCloseTo(1e-3, within(1e-9));
    assertThat(rate(Verdict.MATCH, 100)).isCloseTo(1e-4, within(1e-9));
    assertThat(rate(Verdict.MATCH, 1000)).isCloseTo(1e-5, within(1e-9));
    assertThat(rate(Verdict.POSSIBLE, 1)).isCloseTo(1e-2, within(1e-9));
    assertThat(rate(Verdict.POSSIBLE, 100)).isCloseTo(1e-2, within(1e-9));
    assertThat(rate(Verdict.POSSIBLE, 1000)).isCloseTo(1e-3, within(1e-9));
    assertThat(measured.least(Verdict.UNLIKELY, 1000)).isEqualTo(Similarity.NONE);
  }

  private double rate(Verdict verdict, long faces) {
    return measured.least(verdict, faces).falseAcceptRate();
  }

  @Test
  void verdictFollowsTheLeastSimilarity() {
    for (long faces : new long[] {0, 1, 25, 1000, 1_000_000_000}) {
      for (Verdict verdict : List.of(Verdict.MATCH, Verdict.POSSIBLE)) {
        assertThat(measured.verdict(measured.least(verdict, faces), faces)).isEqualTo(verdict);
      }
      assertThat(measured.verdict(Similarity.NONE, faces)).isEqualTo(Verdict.UNLIKELY);
      assertThat(measured.verdict(Similarity.SAME, faces)).isEqualTo(Verdict.MATCH);
    }
  }

  @Test
  void expectedStrangersFallAsSimilarityRisesAndGrowWithTheFacesCompared() {
    double last = Double.MAX_VALUE;
    for (double value = 0; value <= 1; value += 0.01) {
      double strangers = measured.expectedStrangers(Similarity.of(value), 100).orElseThrow();
      assertThat(strangers).isLessThan(last).isGreaterThanOrEqualTo(0);
      assertThat(measured.expectedStrangers(Similarity.of(value), 101).orElseThrow())
          .isGreaterThan(strangers);
      last = strangers;
    }
    assertThat(measured.expectedStrangers(Similarity.NONE, 7)).hasValue(7);
  }

  @Test
  void onlyRatesBelowTheMeasuredOnesAreExtrapolated() {
    assertThat(measured.isExtrapolated(Similarity.ofFalseAcceptRate(1e-4))).isFalse();
    assertThat(measured.isExtrapolated(Similarity.ofFalseAcceptRate(1e-5))).isTrue();
    assertThat(measured.source()).hasValue("held-out images");
    assertThat(measured.hasRates()).isTrue();
  }

  @Test
  void thresholdsDoNotDependOnTheFacesCompared() {
    SimilarityScale scale = SimilarityScale.ofThresholds(Similarity.of(0.8), Similarity.of(0.6));
    for (long faces : new long[] {0, 1, 1_000_000}) {
      assertThat(scale.verdict(Similarity.of(0.8), faces)).isEqualTo(Verdict.MATCH);
      assertThat(scale.verdict(Similarity.of(0.7999), faces)).isEqualTo(Verdict.POSSIBLE);
      assertThat(scale.verdict(Similarity.of(0.5999), faces)).isEqualTo(Verdict.UNLIKELY);
      assertThat(scale.expectedStrangers(Similarity.of(0.8), faces)).isEmpty();
    }
    assertThat(scale.isExtrapolated(Similarity.SAME)).isFalse();
    assertThat(scale.hasRates()).isFalse();
    assertThat(scale.source()).isEmpty();
    assertThat(scale).hasToString("SimilarityScale[match 0.8000, possible 0.6000]");
  }

  @Test
  void possibleAboveMatchIsRefused() {
    assertThatThrownBy(() -> SimilarityScale.ofThresholds(Similarity.of(0.5), Similarity.of(0.6)))
        .hasMessageContaining("possible must be at most match");
  }

  @Test
  void ratesOfAnotherServiceAreInterpolatedAndExtendedByTheLastStep() {
    SimilarityScale scale =
        SimilarityScale.ofRates(rates(0.2, 1e-2, 0.4, 1e-3, 0.6, 1e-4), 1e-4, "vendor");
    assertThat(scale.least(Verdict.MATCH, 1).value()).isCloseTo(0.4, within(1e-9));
    assertThat(scale.least(Verdict.MATCH, 1000).value()).isCloseTo(0.8, within(1e-9));
    assertThat(scale.least(Verdict.POSSIBLE, 1).value()).isCloseTo(0.2, within(1e-9));
    // Two steps of 0.2 lie beyond the largest similarity.
    assertThat(scale.least(Verdict.MATCH, 1_000_000)).isEqualTo(Similarity.SAME);
    assertThat(scale.expectedStrangers(Similarity.of(0), 10)).hasValueCloseTo(1.0, within(1e-9));
  }

  private static Map<Double, Double> rates(double... pairs) {
    Map<Double, Double> rates = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      rates.put(pairs[i], pairs[i + 1]);
    }
    return rates;
  }

  @Test
  void unusableRatesAreRefused() {
    assertRefused(rates(0.5, 1e-2), "must have at least 2 points");
    assertRefused(rates(0.5, 1e-2, 0.6, 0), "must be above 0 and at most 1");
    assertRefused(rates(0.5, 1e-2, 0.6, 1e-2), "must fall as the similarity rises");
    assertRefused(rates(0.5, 1e-2, 1.5, 1e-3), "must be a number from 0 to 1");
    assertThatThrownBy(() -> SimilarityScale.measured(0, "source"))
        .hasMessageContaining("measuredDownTo must be above 0 and at most 1");
  }

  private static void assertRefused(Map<Double, Double> rates, String rule) {
    assertThatThrownBy(() -> SimilarityScale.ofRates(rates, 1e-4, "vendor"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(rule);
  }

  @Test
  void aNegativeNumberOfFacesIsRefused() {
    assertThatThrownBy(() -> measured.verdict(Similarity.SAME, -1))
        .hasMessageContaining("facesCompared must not be negative");
    assertThatThrownBy(() -> measured.expectedStrangers(Similarity.SAME, -1))
        .hasMessageContaining("facesCompared must not be negative");
  }

  @Test
  void noSimilarityIsUnjudgedByScale() {
    assertThatThrownBy(() -> measured.least(Verdict.UNJUDGED, 1))
        .hasMessageContaining("verdict must not be UNJUDGED");
  }

  @Test
  void scalesWithEqualNumbersAreEqual() {
    assertThat(measured)
        .isEqualTo(SimilarityScale.measured(3e-5, "held-out images"))
        .hasSameHashCodeAs(SimilarityScale.measured(3e-5, "held-out images"))
        .isNotEqualTo(SimilarityScale.measured(3e-4, "held-out images"))
        .isNotEqualTo(SimilarityScale.ofThresholds(Similarity.SAME, Similarity.NONE))
        .hasToString("SimilarityScale[held-out images, measured down to 3.0E-5]");
  }
}
