package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityTest {

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        -Double.MIN_VALUE,
        -1,
        1.0000000000000002,
        87,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void refusesValuesOutsideZeroToOne(double value) {
    assertRefused("similarity", "must be a number from 0 to 1", () -> Similarity.of(value));
  }

  @Test
  void minusZeroIsZero() {
    assertThat(Similarity.of(-0.0)).isEqualTo(Similarity.NONE).hasToString("0.0000");
    assertThat(Similarity.of(-0.0)).isEqualByComparingTo(Similarity.NONE);
    assertThat(Similarity.of(-0.0).hashCode()).isEqualTo(Similarity.NONE.hashCode());
  }

  @Property
  void isOrderedByItsValue(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    Similarity a = Similarity.of(one);
    Similarity b = Similarity.of(other);

    assertThat(a.value()).isEqualTo(one);
    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(Integer.signum(Double.compare(one, other)));
    assertThat(a.isAtLeast(b)).isEqualTo(one >= other);
  }

  @Test
  void isAtLeastItself() {
    assertThat(Similarity.SAME.isAtLeast(Similarity.SAME)).isTrue();
    assertThat(Similarity.NONE.isAtLeast(Similarity.of(Double.MIN_VALUE))).isFalse();
  }

  @Test
  void showsFourDigitsInEveryLocale() {
    assertThat(Similarity.of(0.98765)).hasToString("0.9877");
  }
}
