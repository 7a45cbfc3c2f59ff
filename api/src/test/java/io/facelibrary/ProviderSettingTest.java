package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.support.SampleProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderSettingTest {

  @Test
  void isSecretOrNot() {
    assertThat(ProviderSetting.of("folder", "where").isSecret()).isFalse();
    assertThat(ProviderSetting.secret("key", "which").isSecret()).isTrue();
  }

  @Test
  void returnsTheNamesOfSettings() {
    List<ProviderSetting> settings =
        List.of(ProviderSetting.of("folder", "where"), ProviderSetting.secret("key", "which"));

    assertThat(ProviderSetting.names(settings)).containsExactlyInAnyOrder("folder", "key");
  }

  @Test
  void aProviderListsNoSettingsByDefault() {
    assertThat(new SampleProvider().settings()).isEmpty();
  }
}
