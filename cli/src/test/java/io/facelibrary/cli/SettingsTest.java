package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.cli.CommandRunner.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private final CommandRunner command =
      new CommandRunner().without("FACE_LIBRARY_PROVIDER").without("FACE_LIBRARY_LIBRARY");

  @TempDir private Path folder;

  @Test
  void theNamedFileChoosesTheLibrary() throws IOException {
    Path file = write("mine.properties", "provider=kept\nlibrary=l\u00FCbrary\n");

    assertThat(command.run("person", "list", "--settings", file.toString()).code()).isZero();
    assertThat(KeptProvider.KEPT).containsKey("l\u00FCbrary");
  }

  @Test
  void theDefaultFileIsReadIfNoneIsNamed() throws IOException {
    Path file = folder.resolve("face-library").resolve("settings.properties");
    Files.createDirectories(folder.resolve("face-library"));
    Files.writeString(file, "provider=kept\nlibrary=by-default\n");

    Ended ended = command.with("XDG_CONFIG_HOME", folder.toString()).run("person", "list");

    assertThat(ended.code()).isZero();
    assertThat(KeptProvider.KEPT).containsKey("by-default");
  }

  @Test
  void theDefaultFileIsInTheHomeFolder() throws IOException {
    Path settings = Files.createDirectories(folder.resolve(".config").resolve("face-library"));
    Files.writeString(settings.resolve("settings.properties"), "provider=kept\nlibrary=at-home\n");

    Ended ended = command.with("HOME", folder.toString()).run("person", "list");

    assertThat(ended.code()).isZero();
    assertThat(KeptProvider.KEPT).containsKey("at-home");
  }

  @Test
  void aNamedFileThatDoesNotExistIsAnError() {
    Ended ended = command.run("person", "list", "--settings", "none.properties");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("settings must name an existing file");
  }

  @Test
  void aFileThatIsNotTextIsAnErrorThatDoesNotQuoteIt() throws IOException {
    Path bytes = folder.resolve("bytes.properties");
    Files.write(bytes, new byte[] {'a', '=', (byte) 0xFF});
    Path escape = write("escape.properties", "library=\\u12\n");

    assertThat(command.run("person", "list", "--settings", bytes.toString()).err())
        .contains("settings must name a UTF-8 file");
    assertThat(command.run("person", "list", "--settings", escape.toString()).err())
        .contains("settings has an escape sequence");
  }

  @Test
  void aFolderIsNotASettingsFile() {
    Ended ended = command.run("person", "list", "--settings", folder.toString());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("settings cannot be read");
  }

  @Test
  void aSecretIsReadFromTheTerminal() {
    Ended ended =
        command
            .typing("pass-phrase", "hush")
            .run("person", "list", "-p", "kept", "-s", "library=asked", "--ask", "pass-phrase");

    assertThat(ended.code()).isZero();
    assertThat(ended.out() + ended.err()).doesNotContain("hush");
  }

  @Test
  void withoutATerminalTheOtherWaysAreNamed() {
    Ended ended =
        command.run("person", "list", "-p", "kept", "-s", "library=x", "--ask", "pass-phrase");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("without a terminal").contains("FACE_LIBRARY_PASS_PHRASE");
  }

  @Test
  void aMalformedSettingIsNotShown() {
    Ended ended = command.run("person", "list", "-p", "kept", "-s", "hush", "--verbose");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--set must have the form name=value").doesNotContain("hush");
  }

  @Test
  void aSettingMustNotBeRepeated() {
    Ended ended = command.run("person", "list", "-p", "kept", "-s", "library=a", "-s", "library=b");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("library is set twice");
  }

  @Test
  void anUnknownProviderIsReportedWithTheKnownOnes() {
    Ended ended = command.run("person", "list", "-p", "nobody");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("provider must be one of").contains("inmemory", "kept");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
