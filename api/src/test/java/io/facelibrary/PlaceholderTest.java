package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
  @Test
  void doubles() {
    assertThat(List.of(Placeholder.twice(2), Placeholder.twice(200))).containsExactly(4, 400);
  }

  @Property
  void doublesAll(@ForAll @IntRange(min = 0, max = 1000) int n) {
    assertThat(Placeholder.twice(n)).isEqualTo(n + n);
  }

  @Test
  void mocks() {
    RandomGenerator random = mock(RandomGenerator.class);
    when(random.nextInt()).thenReturn(7);
    assertThat(next(random)).isEqualTo(7);
  }

  private static int next(RandomGenerator random) {
    return random.nextInt();
  }
}
