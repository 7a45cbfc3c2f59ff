package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ProviderSettings#fromEnvironment}. */
class EnvironmentSettingsTest {
  private static final List<ProviderSetting<?>> KNOWN =
      List.of(
          ProviderSetting.integer("port", "the port"),
          ProviderSetting.text("max-body", "the size"),
          ProviderSetting.text("encoder.manifest", "the manifest"),
          ProviderSetting.secret("key", "the key"));

  private static Map<String, String> read(Map<String, String> environment) {
    return ProviderSettings.fromEnvironment("SERVER_", environment, "the server", KNOWN);
  }

  @Test
  void readsTheVariablesWithThePrefix() {
    Map<String, String> environment =
        Map.of(
            "SERVER_PORT", "8080",
            "SERVER_MAX_BODY", "1 MB",
            "SERVERS_PORT", "1",
            "server_port", "2",
            "PATH", "/bin");

    assertThat(read(environment))
        .containsExactly(Map.entry("max-body", "1 MB"), Map.entry("port", "8080"));
  }

  @ParameterizedTest
  @CsvSource({
    "ENCODER_MANIFEST, encoder.manifest",
    "encoder.manifest, encoder.manifest",
    "EncoderManifest, encoder.manifest",
    "ENCODER-MANIFEST, encoder.manifest",
    "MAXBODY, max-body",
    "max_body, max-body",
    "KEY_FILE, key-file"
  })
  void comparesNamesWithoutHyphensDotsUnderscoresAndCase(String variable, String setting) {
    assertThat(read(Map.of("SERVER_" + variable, "x"))).containsExactly(Map.entry(setting, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankVariableIsAbsent(String blank) {
    assertThat(read(Map.of("SERVER_PORT", blank, "SERVER_NO_SUCH", blank))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, tcp://10.0.0.11:8080",
    "PORT, udp://[fd00::1]:8080",
    "PORT_8080_TCP, tcp://10.0.0.11:8080",
    "PORT_8080_TCP_PROTO, tcp",
    "PORT_8080_TCP_PORT, 8080",
    "PORT_8080_TCP_ADDR, 10.0.0.11",
    "PORT_53_UDP_ADDR, 10.0.0.11",
    "SERVICE_HOST, 10.0.0.11",
    "SERVICE_PORT, 8080",
    "SERVICE_PORT_HTTPS, 8080",
    "WEB_PORT, tcp://10.0.0.11:8080",
    "WEB_V2_SERVICE_HOST, 10.0.0.11",
    "WEB_PORT_8080_TCP_ADDR, 10.0.0.11"
  })
  void ignoresTheVariablesThatKubernetesInjectsForAService(String variable, String value) {
    assertThat(read(Map.of("SERVER_" + variable, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_PROT, SERVER_PORT",
    "SERVER_MAX_BODDY, SERVER_MAX_BODY",
    "SERVER_ENCODER_MANIFST, SERVER_ENCODER_MANIFEST",
    "SERVER_KEY_FLIE, SERVER_KEY_FILE"
  })
  void refusesAMisspelledVariableAndSuggestsTheNearest(String wrong, String right) {
    assertRefused(
        wrong,
        "is not a setting of the server (did you mean " + right + "?); its settings are [",
        () -> read(Map.of(wrong, MARKER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVICE_HOSTS", "WEB_PORT", "PORT_TCP", "NO_SUCH", "HOST", "SERVICE"})
  void refusesAnyOtherVariable(String variable) {
    assertRefused(
        "SERVER_" + variable,
        "is not a setting of the server",
        () -> read(Map.of("SERVER_" + variable, MARKER)));
  }

  @Test
  void returnsAMapThatTheCallerMayChange() {
    Map<String, String> settings = read(Map.of("SERVER_PORT", "8080"));

    settings.put("port", "8081");

    assertThat(settings).containsExactly(Map.entry("port", "8081"));
  }

  @Test
  void isEmptyWithoutSuchVariables() {
    assertThat(read(Map.of("PATH", "/bin"))).isEmpty();
  }

  @Test
  void refusesTwoVariablesOfOneSetting() {
    assertRefused(
        "max-body",
        "is set by two variables, SERVER_MAX_BODY and SERVER_max_body",
        () -> read(Map.of("SERVER_MAX_BODY", MARKER, "SERVER_max_body", MARKER)));
  }

  @Test
  void refusesNull() {
    Map<String, String> withNull = new HashMap<>();
    withNull.put("SERVER_PORT", null);

    assertRefused(
        "prefix",
        "must not be null",
        () -> ProviderSettings.fromEnvironment(null, Map.of(), "the server", KNOWN));
    assertRefused("environment", "must not be null", () -> read(null));
    assertRefused("SERVER_PORT", "must not be null", () -> read(withNull));
  }
}
