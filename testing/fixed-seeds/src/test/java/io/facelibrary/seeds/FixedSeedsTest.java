package io.facelibrary.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

class FixedSeedsTest {
  private static final List<Long> ONE = new ArrayList<>();
  private static final List<Long> SAME = new ArrayList<>();
  private static final List<Long> OTHER = new ArrayList<>();

  @Property(tries = 20)
  void one(@ForAll long value) {
    ONE.add(value);
  }

  @Property(tries = 20)
  void same(@ForAll long value) {
    SAME.add(value);
  }

  @Property(tries = 20, seed = "7")
  void other(@ForAll long value) {
    OTHER.add(value);
  }

  @AfterContainer
  static void propertiesWithoutASeedHaveTheSameOne() {
    assertThat(ONE).hasSize(20).isEqualTo(SAME).isNotEqualTo(OTHER);
  }

  @Example
  void theSeedIsFixedUnlessFuzzIsSet() {
    assertThat(FixedSeeds.seed(null)).isEqualTo(FixedSeeds.FIXED);
    assertThat(FixedSeeds.seed("-17")).isEqualTo("-17");
    assertThat(FixedSeeds.seed("true")).isNotEqualTo(FixedSeeds.seed("true"));
    assertThat(FixedSeeds.seed("")).matches("-?\\d+");
  }
}
