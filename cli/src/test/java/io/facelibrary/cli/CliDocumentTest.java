package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CliDocumentTest {
  private static final String HOW_TO_UPDATE =
      "docs/cli.md and the help differ; generate it again with: mvn -pl cli -am test"
          + " -Dtest=CliDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dcli.update=true";

  @Test
  void theDocumentEqualsTheHelp() throws IOException {
    Path document = root().resolve("docs").resolve("cli.md");
    if (Boolean.getBoolean("cli.update")) {
      Files.writeString(document, CliDocument.text());
    }

    assertThat(document).as(HOW_TO_UPDATE).exists();
    assertThat(Files.readString(document)).as(HOW_TO_UPDATE).isEqualTo(CliDocument.text());
  }

  @Test
  void everyExitCodeIsInTheDocument() {
    for (ExitCode code : ExitCode.values()) {
      assertThat(CliDocument.text()).contains("  " + code.number() + " ");
    }
  }

  /** Maven runs tests in the module, and an IDE may run them in the root. */
  private static Path root() {
    Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("cli").resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new AssertionError("no folder above " + start + " holds cli/pom.xml");
  }
}
