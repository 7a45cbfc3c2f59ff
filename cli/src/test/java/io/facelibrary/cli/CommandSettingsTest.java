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
    Map<String, String> file = Map.of("a-a", "file", "b", "file", "c", "file", "d", "file");
    Map<String, String> environment = Map.of("FACE_LIBRARY_A_A", "env", "FACE_LIBRARY_B", "env");

    Map<String, String> settings =
        resolve(file, environment, Map.of("b", "option", "d", "option"), Map.of("d", "asked"));

    assertThat(settings)
        .containsOnly(
            Map.entry("a-a", "env"),
            Map.entry("b", "option"),
            Map.entry("c", "file"),
            Map.entry("d", "asked"));
  }

  @Test
  void aSourceThatNamesAnotherProviderIsIgnored() {
    Map<String, String> file = Map.of("provider", "aliyun", "region", "x");

    Map<String, String> settings =
        resolve(file, Map.of("FACE_LIBRARY_A", "env"), Map.of("provider", "inmemory"), NONE);

    assertThat(settings).containsOnly(Map.entry("provider", "inmemory"), Map.entry("a", "env"));
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
    Map<String, String> environment = Map.of("FACE_LIBRARY_A_B", "1", "FACE_LIBRARY_a_b", "2");

    assertThatThrownBy(() -> resolve(NONE, environment, NONE, NONE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("a-b is set by two variables");
  }

  private static Map<String, String> resolve(
      Map<String, String> file,
      Map<String, String> environment,
      Map<String, String> commandLine,
      Map<String, String> asked) {
    return CommandSettings.resolve(CommandSettings.PREFIX, file, environment, commandLine, asked);
  }
}
