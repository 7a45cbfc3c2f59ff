package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.InvalidRequestException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration OVERLAPPING =
      new Calibration(new double[] {0.2, 0.6, 0.3, 0.4}, new double[] {0.9, 0.5, 0.7, 0.8});

  @Test
  void countsPairsOfOnePersonBeyondTheDistanceAndPairsOfTwoWithinIt() {
    assertThat(OVERLAPPING.falseRejects(0.4)).isEqualTo(1);
    assertThat(OVERLAPPING.falseRejects(0.39)).isEqualTo(2);
    assertThat(OVERLAPPING.falseAccepts(0.5)).isEqualTo(1);
    assertThat(OVERLAPPING.falseAccepts(0.49)).isZero();
    assertThat(OVERLAPPING.falseAcceptRate(0.7)).isEqualTo(0.5);
  }

  @Test
  void theEqualErrorDistanceIsWhereBothRatesAreEqual() {
    assertThat(OVERLAPPING.equalErrorDistance()).isEqualTo(0.5);
    assertThat(OVERLAPPING.equalErrorRate()).isEqualTo(0.25);
  }

  @Test
  void separatedDistancesHaveAnEqualErrorRateOfZero() {
    Calibration apart = new Calibration(new double[] {0.1, 0.3}, new double[] {0.7});

    assertThat(apart.equalErrorRate()).isZero();
    assertThat(apart.equalErrorDistance()).isEqualTo(0.3);
  }

  @Test
  void suggestsTheLargestDistanceThatAcceptsOneOfAThousand() {
    double[] different = IntStream.range(0, 3_000).mapToDouble(i -> i < 3 ? 0.4 : 0.625).toArray();

    Calibration calibration = new Calibration(new double[] {0.3}, different);

    assertThat(calibration.hasEnoughForASuggestion()).isTrue();
    assertThat(calibration.suggestion()).isEqualTo(0.62);
    assertThat(OVERLAPPING.hasEnoughForASuggestion()).isFalse();
  }

  @Test
  void fewPairsWithoutAnErrorAllowALargeRate() {
    assertThat(Calibration.possibleRate(1)).isEqualTo(1);
    assertThat(Calibration.possibleRate(300)).isEqualTo(0.01, within(1e-12));
  }

  @Test
  void refusesOnePersonAndOneImageEach() {
    assertThatThrownBy(() -> new Calibration(new double[] {0.1}, new double[0]))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("at least two people");
    assertThatThrownBy(() -> new Calibration(new double[0], new double[] {0.1}))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("two images of at least one person");
  }
}
