package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreenServerSettingsTest {
  private final GreenServer.Builder builder =
      GreenServer.builder().library(InMemoryFaceLibrary.builder().open());

  @Test
  void declaresEverySettingOnceWithAMeaning() {
    List<GreenServerSettings.Setting> settings = GreenServerSettings.all();

    assertThat(settings).hasSize(48);
    assertThat(settings)
        .extracting(GreenServerSettings.Setting::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    assertThat(settings).allSatisfy(it -> assertThat(it.meaning()).endsWith("."));
    assertThat(settings)
        .filteredOn(GreenServerSettings.Setting::isSecret)
        .extracting(GreenServerSettings.Setting::variable)
        .containsExactlyInAnyOrder(
            "GREEN_ACCESS_KEY_SECRET", "GREEN_KEY_STORE_PASSWORD", "GREEN_ADMIN_TOKEN");
  }

  @Test
  void listsTheWordsOfASettingInItsMeaning() {
    assertThat(meaning("throttling")).contains(Words.all(FaultInjection.Throttling.class));
    assertThat(meaning("faults")).contains(Words.all(FaultInjection.Fault.class));
    assertThat(meaning("full-person")).contains(Words.all(ProtocolAssumptions.FullPerson.class));
    assertThat(meaning("missing-group"))
        .contains(Words.all(ProtocolAssumptions.MissingGroup.class));
    assertThat(meaning("joining-missing-group"))
        .contains(Words.all(ProtocolAssumptions.JoiningMissingGroup.class));
    assertThat(meaning("absent-fields"))
        .contains(Words.all(ProtocolAssumptions.AbsentFields.class));
  }

  @Test
  void readsEnvironmentVariables() {
    Map<String, String> environment =
        Map.of("GREEN_PORT", "1", "GREEN_ACCESS_KEY_ID", "me", "OTHER", "x");

    assertThat(GreenServerSettings.fromEnvironment(environment))
        .isEqualTo(Map.of("port", "1", "access-key-id", "me"));
  }

  @Test
  void rejectsTwoVariablesForOneSetting() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                GreenServerSettings.fromEnvironment(
                    Map.of("GREEN_BODY_BYTES", "1", "GREEN_BODY-BYTES", "2")))
        .satisfies(e -> assertThat(e.field()).isEqualTo("body-bytes"));
  }

  @Test
  void ignoresTheVariablesThatKubernetesInjectsForAService() {
    Map<String, String> environment =
        Map.of(
            "GREEN_PORT", "tcp://10.0.0.11:8080",
            "GREEN_PORT_8080_TCP_ADDR", "10.0.0.11",
            "GREEN_SERVICE_HOST", "10.0.0.11",
            "GREEN_SERVICE_PORT_HTTP", "8080",
            "GREEN_ANONYMOUS", "true");

    assertThat(GreenServerSettings.fromEnvironment(environment))
        .isEqualTo(Map.of("anonymous", "true"));
  }

  @Test
  void rejectsAMisspelledVariableAndSuggestsTheRightOne() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> GreenServerSettings.fromEnvironment(Map.of("GREEN_BODY_BITES", "1")))
        .satisfies(e -> assertThat(e.field()).isEqualTo("GREEN_BODY_BITES"))
        .withMessageContaining("did you mean GREEN_BODY_BYTES?");
  }

  @Test
  void readsASecretFromAFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s\n");
    Map<String, String> settings =
        Map.of("port", "0", "access-key-id", "me", "access-key-secret-file", secret.toString());
    GreenServerSettings.apply(settings, builder, line -> {});

    try (GreenServer server = builder.start()) {
      assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void statesRangeAndDefaultInTheMeaning() {
    assertThat(meaning("port"))
        .isEqualTo("The port, or 0 for a free one; 0 to 65535; 8080 unless set.");
    assertThat(meaning("body-bytes"))
        .isEqualTo(
            "The maximum size of a body that is not an upload; at least 1; 4194304 unless set.");
    assertThat(meaning("fault-share"))
        .isEqualTo("The share of calls that a random fault hits; 0 to 1; 0 unless set.");
  }

  @Test
  void configuresAServer() {
    Map<String, String> settings =
        Map.of("port", "0", "access-key-id", "me", "access-key-secret", "s", "strict", "true");
    GreenServerSettings.apply(settings, builder, line -> {});

    try (GreenServer server = builder.start()) {
      assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, 1, nonsense",
    "port, 70000, port",
    "public-url, ftp://a, public-url",
    "fault-share, 2, fault-share",
    "fault-share, x, fault-share",
    "faults, fire, faults",
    "full-person, maybe, full-person",
    "header-timeout, 0ms, header-timeout",
    "body-timeout, x, body-timeout",
    "rate-scale, 50, rate-scale",
    "missing-person-on-delete-faces-code, 200, missing-person-on-delete-faces-code",
    "access-key-id, me, anonymous",
    "key-store, x, key-store-password",
    "anonymous, false, access-key-id",
    "strict, maybe, strict",
  })
  void rejectsAWrongSettingAndNamesIt(String name, String value, String field) {
    Map<String, String> settings = new HashMap<>(Map.of("anonymous", "true", "port", "0"));
    settings.putAll(Map.of("fault-share", "0.5", "faults", "cut-response"));
    settings.put(name, value);

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> GreenServerSettings.apply(settings, builder, line -> {}))
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void requiresTheSecretOfAnAccessKey() {
    Map<String, String> settings = Map.of("access-key-id", "me");

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> GreenServerSettings.apply(settings, builder, line -> {}))
        .satisfies(e -> assertThat(e.field()).isEqualTo("access-key-secret"));
  }

  private static String meaning(String name) {
    return GreenServerSettings.all().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .meaning();
  }
}
