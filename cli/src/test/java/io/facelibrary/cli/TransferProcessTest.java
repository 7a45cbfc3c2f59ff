package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs import, export and migrate as processes. A process waits at a {@link GatedProvider} until
 * the test kills or stops it. The time limit only ends a test that hangs.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TransferProcessTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PERSONS = 12;
  private static final int IMAGES = 4;

  /** The call that is held. With one thread, each call adds the images of one person. */
  private static final int GATED_CALL = 6;

  @TempDir private Path place;
  private Path images;

  @BeforeEach
  void writeImages() throws IOException {
    images = place.resolve("im ages");
    for (int person = 0; person < PERSONS; person++) {
      Path own = Files.createDirectories(images.resolve(name(person)));
      for (int i = 0; i < IMAGES; i++) {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, person * IMAGES + i + 1);
        ImageIO.write(image, "png", own.resolve(i + ".png").toFile());
      }
    }
  }

  private static String name(int person) {
    return (CommandProcess.hasUnicodeFileNames() ? "- pérson " : "- person ") + person;
  }

  /** A process with the files of its output. */
  private record Run(Process process, Path out, Path err) {
    int code() throws InterruptedException {
      return process.waitFor();
    }

    JsonNode json() throws IOException {
      return JSON.readTree(out.toFile());
    }
  }

  private Run start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  private Run start(Map<String, String> properties, String... arguments) throws IOException {
    Path out = Files.createTempFile(place, "out", ".txt");
    Path err = Files.createTempFile(place, "err", ".txt");
    Process process =
        CommandProcess.builder(place, properties, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Run(process, out, err);
  }

  private String[] importInto(String library, String... more) {
    List<String> arguments = new ArrayList<>(List.of("import", images.toString(), "-p", "gated"));
    arguments.addAll(List.of("-s", "folder=" + place.resolve(library), "--threads", "1"));
    arguments.addAll(List.of("--report", place.resolve(library + ".report").toString()));
    arguments.addAll(List.of("-o", "json"));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  /** Starts an import, and returns when its call is held. */
  private Run startHeldImport() throws IOException, InterruptedException {
    Path reached = place.resolve("reached");
    Run held =
        start(
            Map.of(
                GatedProvider.CALL,
                Integer.toString(GATED_CALL),
                GatedProvider.REACHED,
                reached.toString()),
            importInto("library"));
    while (!Files.exists(reached)) {
      boolean ended = held.process().waitFor(5, TimeUnit.MILLISECONDS);
      assertThat(ended).as(() -> text(held.err())).isFalse();
    }
    return held;
  }

  private void assertWhole(String library) throws IOException, InterruptedException {
    Path folder = place.resolve(library + " export");
    Run export =
        start(
            "export",
            folder.toString(),
            "-p",
            "embedded",
            "-s",
            "folder=" + place.resolve(library),
            "-o",
            "json");

    assertThat(export.code()).as(() -> text(export.err())).isZero();
    assertThat(export.json().path("persons").asInt()).isEqualTo(PERSONS);
    assertThat(export.json().path("faces").asInt()).isEqualTo(PERSONS * IMAGES);
    try (Stream<Path> exported = Files.list(folder.resolve("images"))) {
      assertThat(exported).hasSize(PERSONS * IMAGES);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aKilledImportResumesWithoutLosingOrDuplicatingFaces()
      throws IOException, InterruptedException {
    Run killed = startHeldImport();
    killed.process().destroyForcibly();
    killed.code();

    Run resumed = start(importInto("library"));

    assertThat(resumed.code()).as(() -> text(resumed.err())).isZero();
    assertThat(resumed.json().path("unknown").asInt()).isZero();
    // The faces of the held call are in the library, although its response was lost.
    assertThat(resumed.json().path("alreadyDone").asInt()).isEqualTo(GATED_CALL * IMAGES);
    assertThat(resumed.json().path("added").asInt()).isEqualTo((PERSONS - GATED_CALL) * IMAGES);
    assertWhole("library");
  }

  @Test
  void aStoppedImportPrintsHowToResumeIt() throws IOException, InterruptedException {
    Run stopped = startHeldImport();
    // SIGTERM, because the children of a build in the background ignore SIGINT.
    stopped.process().destroy();

    int code = stopped.code();
    Run resumed = start(importInto("library"));

    assertThat(code).isEqualTo(143);
    assertThat(text(stopped.err())).contains("run the same command again");
    assertThat(resumed.code()).as(() -> text(resumed.err())).isZero();
    assertThat(resumed.json().path("alreadyDone").asInt()).isEqualTo(GATED_CALL * IMAGES);
    assertWhole("library");
  }

  @Test
  void aDryRunReportsAndChangesNothing() throws IOException, InterruptedException {
    Run dry = start(importInto("dry", "--dry-run"));
    int code = dry.code();
    Run list =
        start(
            "person",
            "list",
            "-p",
            "embedded",
            "-s",
            "folder=" + place.resolve("dry"),
            "-o",
            "json");

    assertThat(code).as(() -> text(dry.err())).isZero();
    assertThat(dry.json().path("added").asInt()).isEqualTo(PERSONS * IMAGES);
    assertThat(dry.json().path("includesUngrouped").asBoolean()).isTrue();
    assertThat(list.code()).isZero();
    assertThat(list.json().path("persons")).isEmpty();
  }

  @Test
  void aDryRunHasASeparateDefaultReport() throws IOException, InterruptedException {
    Run dry =
        start(
            "import",
            images.toString(),
            "-p",
            "gated",
            "-s",
            "folder=" + place.resolve("dry"),
            "--dry-run",
            "-o",
            "json");

    assertThat(dry.code()).as(() -> text(dry.err())).isZero();
    assertThat(dry.json().path("report").asText()).endsWith(".plan.jsonl");
  }

  @Test
  void aMigrationEndsWithTwoEqualLibraries() throws IOException, InterruptedException {
    Run imported = start(importInto("one"));
    assertThat(imported.code()).as(() -> text(imported.err())).isZero();
    String[] migrate = {
      "migrate",
      "--from",
      "embedded",
      "--from-set",
      "folder=" + place.resolve("one"),
      "--to",
      "embedded",
      "--to-set",
      "folder=" + place.resolve("other"),
      "--verify-searches",
      "10",
      "-o",
      "json"
    };

    Run migrated = start(migrate);
    int code = migrated.code();

    assertThat(code).as(() -> text(migrated.err())).isZero();
    assertThat(migrated.json().path("differences")).isEmpty();
    assertThat(migrated.json().path("searches").asInt()).isPositive();
    assertWhole("other");
    Run again = start(migrate);
    assertThat(again.code()).isEqualTo(2);
    assertThat(text(again.err())).contains("must be an empty library");
  }

  @Test
  void aFolderWithoutPersonsIsAUsageError() throws IOException, InterruptedException {
    Path empty = Files.createDirectory(place.resolve("empty"));

    Run run =
        start("import", empty.toString(), "-p", "embedded", "-s", "folder=" + place.resolve("x"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(text(run.err())).contains("no image was found");
  }

  @Test
  void aRejectedFaceIsInTheReportAndMakesTheExitCodeOne() throws IOException, InterruptedException {
    Files.writeString(images.resolve(name(0)).resolve("text.jpg"), "not an image");

    Run run = start(importInto("library"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("rejected").asInt()).isEqualTo(1);
    assertThat(text(place.resolve("library.report")))
        .contains("text.jpg")
        .contains("must be one of");
  }
}
