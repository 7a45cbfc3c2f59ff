package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandSettingsTest {

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() {
    Map<String, String> file = Map.of("a-a", "file", "b", "file", "c", "file");
    Map<String, String> environment = Map.of("FACE_LIBRARY_A_A", "env", "FACE_LIBRARY_B", "env");

    Map<String, String> settings =
        CommandSettings.resolve(file, environment, Map.of("b", "option"));

    assertThat(settings)
        .containsOnly(Map.entry("a-a", "env"), Map.entry("b", "option"), Map.entry("c", "file"));
  }

  @Test
  void settingsOfAnotherProviderAreDropped() {
    Map<String, String> file = Map.of("provider", "aliyun", "region", "x");

    Map<String, String> settings =
        CommandSettings.resolve(file, Map.of(), Map.of("provider", "inmemory"));

    assertThat(settings).containsOnly(Map.entry("provider", "inmemory"));
  }

  @Test
  void aSecretOnTheCommandLineIsRefusedAndNotShown() {
    Map<String, String> options = Map.of("access-key-secret", "hush");

    assertThatThrownBy(() -> CommandSettings.resolve(Map.of(), Map.of(), options))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("access-key-secret")
        .hasMessageNotContaining("hush");
  }
}
