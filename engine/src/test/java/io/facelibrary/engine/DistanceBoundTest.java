package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.Similarity;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class DistanceBoundTest {
  private static Similarity falling(double distance) {
    return Similarity.of(1 / (1 + distance));
  }

  private static double bound(DoubleFunction<Similarity> similarity, double least) {
    return new DistanceBound(similarity, faces -> Similarity.of(least)).applyAsDouble(1);
  }

  @Test
  void isTheSquareOfTheDistanceThatHasTheLeastSimilarity() {
    assertThat(bound(DistanceBoundTest::falling, 0.5)).isBetween(1.0, 1.00001);
    assertThat(bound(DistanceBoundTest::falling, 0.01)).isCloseTo(99 * 99, within(0.01));
    assertThat(bound(DistanceBoundTest::falling, 1)).isBetween(0.0, 1e-9);
  }

  @Test
  void isInfiniteWhereEveryDistanceIsSimilarEnough() {
    assertThat(bound(DistanceBoundTest::falling, 0)).isInfinite();
    assertThat(bound(d -> Similarity.of(0.5), 0.5)).isInfinite();
  }

  @Test
  void isNegativeWhereNoDistanceIsSimilarEnough() {
    assertThat(bound(d -> Similarity.of(0.5), 0.6)).isNegative();
  }

  @Test
  void isComputedOnceForEachLeastSimilarity() {
    AtomicInteger calls = new AtomicInteger();
    DistanceBound bound =
        new DistanceBound(
            d -> {
              calls.incrementAndGet();
              return falling(d);
            },
            faces -> Similarity.of(faces < 100 ? 0.5 : 0.75));

    double few = bound.applyAsDouble(1);
    int once = calls.get();
    assertThat(bound.applyAsDouble(99)).isEqualTo(few);
    assertThat(calls.get()).isEqualTo(once);
    assertThat(bound.applyAsDouble(100)).isLessThan(few);
  }
}
