package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void areTheSameInEveryRun() {
    assertThat(Seeds.of(1, "off")).isEqualTo(Seeds.of(1, "off")).isNotEqualTo(Seeds.of(2, "off"));
  }

  @Test
  void areTheGivenSeedWhenFuzzIsANumber() {
    assertThat(Seeds.of(1, "-42")).isEqualTo(-42);
  }

  @Test
  void areRandomWhenFuzzIsSetWithoutANumber() {
    assertThat(Seeds.of(1, "true")).isNotEqualTo(Seeds.of(1, "off"));
  }
}
