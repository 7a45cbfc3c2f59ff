package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Property
  void equalsOnlyASecretWithTheSameValue(@ForAll String one, @ForAll String other) {
    assertThat(Secret.of(one)).isEqualTo(Secret.of(one)).hasSameHashCodeAs(Secret.of(one));
    assertThat(Secret.of(one).equals(Secret.of(other))).isEqualTo(one.equals(other));
    assertThat(Secret.of(one).reveal()).isEqualTo(one);
  }

  @Test
  void distinguishesTextsWithoutAUtf8Form() {
    assertThat(Secret.of("\uD83D")).isNotEqualTo(Secret.of("?")).isNotEqualTo(Secret.of("\uDE00"));
  }

  @Test
  void isNotEqualToItsText() {
    assertThat(Secret.of("a")).isNotEqualTo("a").isNotEqualTo(null);
    assertThat(Secret.of("a")).isNotEqualTo(Secret.of("ab"));
  }

  @Test
  void isNeverPrinted() {
    assertThat(Secret.of("a")).hasToString("***");
    assertThat(Secret.of("")).hasToString("***");
  }
}
