package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link ProviderSettings#fromEnvironment}. */
class EnvironmentSettingsTest {

  @Test
  void readsTheVariablesWithThePrefix() {
    Map<String, String> environment =
        Map.of(
            "SERVER_PORT", "8080",
            "SERVER_MAX_BODY", "1 MB",
            "SERVERS_PORT", "1",
            "server_port", "2",
            "PATH", "/bin");

    assertThat(ProviderSettings.fromEnvironment("SERVER_", environment))
        .containsExactly(Map.entry("max-body", "1 MB"), Map.entry("port", "8080"));
  }

  @Test
  void returnsAMapThatTheCallerMayChange() {
    Map<String, String> settings =
        ProviderSettings.fromEnvironment("SERVER_", Map.of("SERVER_PORT", "8080"));

    settings.put("port", "8081");

    assertThat(settings).containsExactly(Map.entry("port", "8081"));
  }

  @Test
  void isEmptyWithoutSuchVariables() {
    assertThat(ProviderSettings.fromEnvironment("SERVER_", Map.of("PATH", "/bin"))).isEmpty();
  }

  @Test
  void refusesTwoVariablesOfOneSetting() {
    assertRefused(
        "max-body",
        "is set by two variables",
        () ->
            ProviderSettings.fromEnvironment(
                "SERVER_", Map.of("SERVER_MAX_BODY", MARKER, "SERVER_max_body", MARKER)));
  }

  @Test
  void refusesNull() {
    Map<String, String> withNull = new HashMap<>();
    withNull.put("SERVER_PORT", null);

    assertRefused(
        "prefix", "must not be null", () -> ProviderSettings.fromEnvironment(null, Map.of()));
    assertRefused(
        "environment", "must not be null", () -> ProviderSettings.fromEnvironment("SERVER_", null));
    assertRefused(
        "SERVER_PORT",
        "must not be null",
        () -> ProviderSettings.fromEnvironment("SERVER_", withNull));
  }
}
