package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret can be the content of a file. */
class SecretFileTest {
  private static final ProviderSetting<Secret> KEY = ProviderSetting.secret("key", "the key");

  @TempDir Path folder;

  private ProviderSettings settings(String content) {
    return settings(content.getBytes(StandardCharsets.UTF_8));
  }

  private ProviderSettings settings(byte[] content) {
    Path file = folder.resolve(MARKER);
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ProviderSettings.of(Map.of("key-file", file.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void aLineBreakAtTheEndIsNotPartOfTheSecret(String end) {
    assertThat(settings("schlüssel \n 1" + end).get(KEY).reveal()).isEqualTo("schlüssel \n 1");
  }

  @Test
  void onlyOneLineBreakIsRemoved() {
    assertThat(settings("a\n\n").get(KEY).reveal()).isEqualTo("a\n");
  }

  @Test
  void checkedSettingsDoNotReadTheFileAgain() throws IOException {
    ProviderSettings checked = settings("before").checked("this", List.of(KEY));

    Files.delete(folder.resolve(MARKER));

    assertThat(checked.get(KEY).reveal()).isEqualTo("before");
  }

  @Test
  void theFileAndTheValueTogetherAreRefused() {
    ProviderSettings both = ProviderSettings.of(Map.of("key", MARKER, "key-file", MARKER));

    assertRefused("key", "must not be set together with key-file", () -> both.find(KEY));
  }

  @Test
  void aFileThatCannotBeReadIsRefused() {
    ProviderSettings missing =
        ProviderSettings.of(Map.of("key-file", folder.resolve(MARKER).toString()));
    ProviderSettings directory = ProviderSettings.of(Map.of("key-file", folder.toString()));
    ProviderSettings noPath = ProviderSettings.of(Map.of("key-file", MARKER + "\0"));
    String rule = "must name a readable file";

    assertRefused("key-file", rule, () -> missing.find(KEY));
    assertRefused("key-file", rule, () -> directory.find(KEY));
    assertRefused("key-file", rule, () -> noPath.find(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n"})
  void anEmptyFileIsRefused(String content) {
    assertRefused(
        "key-file", "must name a file that is not empty", () -> settings(content).find(KEY));
  }

  @Test
  void aFileHasAtMost64Kibibytes() {
    byte[] most = new byte[64 * 1024];
    Arrays.fill(most, (byte) 'a');

    assertThat(settings(most).get(KEY).reveal()).hasSize(65536);
    assertRefused(
        "key-file",
        "must name a file of at most 65536 bytes",
        () -> settings((MARKER + "x".repeat(65536)).getBytes(StandardCharsets.UTF_8)).find(KEY));
  }

  @Test
  void aFileIsUtf8() {
    assertRefused(
        "key-file",
        "must name a file in UTF-8",
        () -> settings(new byte[] {(byte) 0xff}).find(KEY));
  }

  @Test
  void onlySecretsAreReadFromFiles() {
    ProviderSetting<String> text = ProviderSetting.text("key", "a text");

    assertThat(settings("x").find(text)).isEmpty();
    assertRefused(
        "key-file", "is not a setting of this", () -> settings("x").checked("this", List.of(text)));
  }

  @Test
  void aFileUnderAPrefixIsNamedInFull() {
    ProviderSettings encoder =
        ProviderSettings.of(Map.of("encoder.key-file", "/no/such")).under("encoder");

    assertRefused("encoder.key-file", "must name a readable file", () -> encoder.find(KEY));
  }
}
