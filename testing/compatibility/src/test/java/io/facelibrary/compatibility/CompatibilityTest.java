package io.facelibrary.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stable API of all published modules breaks nothing that the kept snapshot has. */
class CompatibilityTest {
  private static final Path BASELINE = Path.of("baseline.jar");

  @Test
  void nothingThatIsStableWasRemovedOrChanged(@TempDir Path folder) throws IOException {
    Path current = folder.resolve("current.jar");
    Signatures.of(Published.classFolders()).write(current);
    if (Boolean.getBoolean("baseline.update")) {
      Files.write(BASELINE, Files.readAllBytes(current));
    }

    List<String> breaks = Comparison.breaks(BASELINE, current);

    assertThat(breaks)
        .as(
            "changes that break programs or providers. docs/compatibility.md states what may"
                + " change, and when the snapshot may be renewed")
        .isEmpty();
  }
}
