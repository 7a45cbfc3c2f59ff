package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.testkit.PlaceholderContract;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InMemoryContractTest implements PlaceholderContract {
  @Property
  void quadruples(@ForAll @IntRange(min = 0, max = 1000) int n) {
    assertThat(InMemory.fourTimes(n)).isEqualTo(4 * n);
  }
}
