package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandSettingsTest {
  private static final Map<String, String> NONE = Map.of();

  @Test
  void typedSettingsOverrideTheCommandLineTheEnvironmentAndTheFileInThisOrder() {
    Map<String, String> file =
        Map.of("id-length", "file", "groups", "file", "profile", "file", "folder", "file");
    Map<String, String> environment =
        Map.of("FACE_LIBRARY_ID_LENGTH", "env", "FACE_LIBRARY_GROUPS", "env");

    Map<String, String> settings =
        resolve(
            file,
            environment,
            Map.of("groups", "option", "folder", "option"),
            Map.of("folder", "asked"));

    assertThat(settings)
        .containsOnly(
            Map.entry("id-length", "env"),
            Map.entry("groups", "option"),
            Map.entry("profile", "file"),
            Map.entry("folder", "asked"));
  }

  @Test
  void aSourceThatNamesAnotherProviderIsIgnored() {
    Map<String, String> file = Map.of("provider", "aliyun", "region", "x");

    Map<String, String> settings =
        resolve(file, Map.of("FACE_LIBRARY_GROUPS", "7"), Map.of("provider", "inmemory"), NONE);

    assertThat(settings).containsOnly(Map.entry("provider", "inmemory"), Map.entry("groups", "7"));
  }

  @Test
  void variablesOfAnotherProviderAreIgnored() {
    Map<String, String> environment =
        Map.of("FACE_LIBRARY_PROVIDER", "aliyun", "FACE_LIBRARY_REGION", "x");

    assertThat(resolve(NONE, environment, Map.of("provider", "inmemory"), NONE))
        .containsOnly(Map.entry("provider", "inmemory"));
  }

  @Test
  void aMisspelledVariableIsRefusedAndTheRightOneIsSuggested() {
    assertThatThrownBy(
            () ->
                resolve(
                    NONE,
                    Map.of("FACE_LIBRARY_FOLDR", "hush"),
                    Map.of("provider", "embedded"),
                    NONE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(
            "FACE_LIBRARY_FOLDR is not a setting of the provider embedded (did you mean"
                + " FACE_LIBRARY_FOLDER?)")
        .hasMessageNotContaining("hush");
  }

  @Test
  void variablesOfAMigrationAndOfKubernetesAreIgnored() {
    Map<String, String> environment =
        Map.of(
            "FACE_LIBRARY_FROM_FOLDER", "a",
            "FACE_LIBRARY_TO_FOLDER", "b",
            "FACE_LIBRARY_SERVICE_HOST", "10.0.0.11",
            "FACE_LIBRARY_PORT", "tcp://10.0.0.11:80");

    assertThat(resolve(NONE, environment, Map.of("provider", "embedded"), NONE))
        .containsOnly(Map.entry("provider", "embedded"));
  }

  @Test
  void aSourceWithoutAProviderIsUsed() {
    Map<String, String> settings =
        resolve(Map.of("b", "file"), NONE, Map.of("provider", "inmemory"), NONE);

    assertThat(settings).containsOnly(Map.entry("provider", "inmemory"), Map.entry("b", "file"));
  }

  @Test
  void aSecretOnTheCommandLineIsRefusedAndNotShown() {
    Map<String, String> options = Map.of("provider", "kept", "pass-phrase", "hush");

    assertThatThrownBy(() -> resolve(NONE, NONE, options, NONE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("pass-phrase")
        .hasMessageContaining("FACE_LIBRARY_PASS_PHRASE")
        .hasMessageContaining("--ask pass-phrase")
        .hasMessageContaining("pass-phrase-file")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aSecretOfAnyProviderIsRefusedIfNoneIsChosen() {
    assertThatThrownBy(() -> resolve(NONE, NONE, Map.of("pass-phrase", "hush"), NONE))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aSettingNamedLikeASecretIsRefusedIfNoProviderDeclaresIt() {
    assertThatThrownBy(() -> resolve(NONE, NONE, Map.of("some-token", "hush"), NONE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("some-token");
  }

  @Test
  void aSecretMayBeInTheFileOrInTheEnvironment() {
    Map<String, String> environment = Map.of("FACE_LIBRARY_PASS_PHRASE", "hush");

    assertThat(resolve(NONE, environment, NONE, NONE)).containsEntry("pass-phrase", "hush");
    assertThat(resolve(Map.of("pass-phrase", "hush"), NONE, NONE, NONE))
        .containsEntry("pass-phrase", "hush");
  }

  @Test
  void theMessageNamesTheVariableOfTheSideOfAMigration() {
    Map<String, String> options = Map.of("provider", "kept", "pass-phrase", "hush");

    assertThatThrownBy(
            () -> CommandSettings.resolve("FACE_LIBRARY_FROM_", NONE, NONE, options, NONE))
        .hasMessageContaining("FACE_LIBRARY_FROM_PASS_PHRASE")
        .hasMessageNotContaining("--ask");
  }

  @Test
  void eachSideOfAMigrationHasItsOwnVariables() {
    Map<String, String> environment =
        Map.of("FACE_LIBRARY_FROM_FOLDER", "a", "FACE_LIBRARY_TO_FOLDER", "b");

    assertThat(CommandSettings.resolve("FACE_LIBRARY_FROM_", NONE, environment, NONE, NONE))
        .containsOnly(Map.entry("folder", "a"));
    assertThat(CommandSettings.resolve("FACE_LIBRARY_TO_", NONE, environment, NONE, NONE))
        .containsOnly(Map.entry("folder", "b"));
  }

  @Test
  void twoVariablesOfOneSettingAreAnError() {
    Map<String, String> environment =
        Map.of("FACE_LIBRARY_ID_LENGTH", "1", "FACE_LIBRARY_id_length", "2");

    assertThatThrownBy(() -> resolve(NONE, environment, NONE, NONE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("id-length is set by two variables");
  }

  private static Map<String, String> resolve(
      Map<String, String> file,
      Map<String, String> environment,
      Map<String, String> commandLine,
      Map<String, String> asked) {
    return CommandSettings.resolve(CommandSettings.PREFIX, file, environment, commandLine, asked);
  }
}
