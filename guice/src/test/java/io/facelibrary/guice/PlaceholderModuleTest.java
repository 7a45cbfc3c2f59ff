package io.facelibrary.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import io.facelibrary.inmemory.InMemory;
import org.junit.jupiter.api.Test;

class PlaceholderModuleTest {
  @Test
  void binds() {
    assertThat(Guice.createInjector(new PlaceholderModule()).getInstance(Integer.class))
        .isEqualTo(InMemory.fourTimes(1));
  }
}
