package io.facelibrary.recognition.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalseAcceptCurveTest {
  private static final FalseAcceptCurve CURVE =
      FalseAcceptCurve.of(Map.of(0.6, 1e-2, 0.4, 1e-4, 0.5, 1e-3));

  @ParameterizedTest
  @CsvSource({"0.4, 1e-4", "0.5, 1e-3", "0.6, 1e-2"})
  void passesThroughItsPoints(double distance, double rate) {
    assertThat(CURVE.rate(distance)).isCloseTo(rate, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.45, 3.1622776e-4", "0.55, 3.1622776e-3", "0.3, 1e-5", "0.7, 1e-1"})
  void isLinearInTheLogarithmBetweenAndBeyondItsPoints(double distance, double rate) {
    assertThat(CURVE.rate(distance)).isCloseTo(rate, within(rate * 1e-6));
  }

  @Test
  void eachSegmentHasItsOwnSlope() {
    FalseAcceptCurve bent = FalseAcceptCurve.of(Map.of(1.0, 1e-4, 2.0, 1e-3, 3.0, 1e-1));

    assertThat(bent.rate(1.5)).isCloseTo(3.1622776e-4, within(1e-9));
    assertThat(bent.rate(2.5)).isCloseTo(1e-2, within(1e-9));
  }

  @Test
  void endsAtTheRatesZeroAndOne() {
    assertThat(CURVE.rate(0)).isZero();
    assertThat(CURVE.rate(5)).isEqualTo(1);
    assertThat(CURVE.rate(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(CURVE.similarity(0)).isEqualTo(Similarity.SAME);
    assertThat(CURVE.similarity(5)).isEqualTo(Similarity.NONE);
  }

  @Property
  void aSmallerDistanceIsNeverLessSimilar(
      @ForAll @DoubleRange(min = 0, max = 2) double one,
      @ForAll @DoubleRange(min = 0, max = 2) double other) {
    Similarity nearer = CURVE.similarity(Math.min(one, other));

    assertThat(nearer.isAtLeast(CURVE.similarity(Math.max(one, other)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.NEGATIVE_INFINITY})
  void refusesNegativeDistancesAndNaN(double distance) {
    assertThatThrownBy(() -> CURVE.similarity(distance))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("distance must not be negative");
  }

  static Stream<Map<Double, Double>> badPoints() {
    return Stream.of(
        Map.of(),
        Map.of(0.5, 0.1),
        Map.of(0.4, 0.2, 0.5, 0.1),
        Map.of(0.4, 0.1, 0.5, 0.1),
        Map.of(0.4, 0.0, 0.5, 0.1),
        Map.of(0.4, 0.1, 0.5, 1.1),
        Map.of(0.4, Double.NaN, 0.5, 0.1),
        Map.of(0.0, 0.1, 0.5, 0.2),
        Map.of(-1.0, 0.1, 0.5, 0.2),
        Map.of(0.4, 0.1, Double.POSITIVE_INFINITY, 0.2));
  }

  @ParameterizedTest
  @MethodSource("badPoints")
  void refusesPointsThatAreNoCurve(Map<Double, Double> points) {
    assertThatThrownBy(() -> FalseAcceptCurve.of(points))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("rateByDistance must have");
  }
}
