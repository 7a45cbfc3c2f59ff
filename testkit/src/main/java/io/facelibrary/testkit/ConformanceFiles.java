package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.facelibrary.testkit.TestOutcome.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes the report of a setup as an HTML page and a JSON file, and keeps checked-in copies. */
final class ConformanceFiles {
  /** The system property that updates the checked-in copies. */
  static final String UPDATE = "contract.update";

  private final Conformance conformance;
  private final Map<String, String> contents = new TreeMap<>();

  ConformanceFiles(Conformance conformance) {
    this.conformance = conformance;
    contents.put(conformance.setup() + ".html", ConformanceHtml.text(conformance));
    contents.put(conformance.setup() + ".json", ConformanceJson.text(conformance));
  }

  void write(String folder) {
    Path target = Path.of(folder);
    try {
      Files.createDirectories(target);
      for (Map.Entry<String, String> file : contents.entrySet()) {
        Files.writeString(target.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeOrCompareCopy(String folder) {
    String found = findUpward(folder, Path.of("").toAbsolutePath()).toString();
    if (Boolean.getBoolean(UPDATE)) {
      write(found);
    } else {
      compareCopy(found);
    }
  }

  /** Maven runs tests in the folder of the module, and an IDE may run them in the root. */
  static Path findUpward(String folder, Path start) {
    for (Path above = start; above != null; above = above.getParent()) {
      Path candidate = above.resolve(folder);
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return fail("no folder above the working directory contains " + folder);
  }

  /** Fails if a copy differs. Does nothing if a test has failed already. */
  void compareCopy(String folder) {
    if (conformance.count(Status.FAILED) > 0) {
      return;
    }
    contents.forEach(
        (name, content) -> {
          if (!content.equals(stored(Path.of(folder, name)))) {
            fail(
                "the copy of the conformance report "
                    + name
                    + " is not current; run this test class with -D"
                    + UPDATE
                    + "=true and check in the result");
          }
        });
  }

  /** Git may check the file out with Windows line endings. */
  private static String stored(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
