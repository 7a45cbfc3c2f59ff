package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Placeholder;
import org.junit.jupiter.api.Test;

/** Stands where the contract will. */
public interface PlaceholderContract {
  /** Twice two is four. */
  @Test
  default void doubles() {
    assertThat(Placeholder.twice(2)).isEqualTo(4);
  }
}
