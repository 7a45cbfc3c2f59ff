package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SquaredDistanceTest {

  @Property(tries = 200)
  void equalsTheSumOfTheSquaredDifferences(
      @ForAll @IntRange(min = 1, max = 40) int dimensions,
      @ForAll @IntRange(max = 5) int at,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] values = new float[at + dimensions + 3];
    float[] probe = new float[dimensions];
    // Small integers, so that no addition rounds and the order of the additions does not matter.
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(-100, 100);
    }
    long expected = 0;
    for (int i = 0; i < dimensions; i++) {
      probe[i] = random.nextInt(-100, 100);
      long difference = (long) values[at + i] - (long) probe[i];
      expected += difference * difference;
    }

    assertThat(SquaredDistance.between(values, at, probe)).isEqualTo((float) expected);
  }
}
