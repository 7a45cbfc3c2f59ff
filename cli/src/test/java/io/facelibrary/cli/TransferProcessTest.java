package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that fill and empty libraries, as the processes that people start. */
class TransferProcessTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEW = 60;

  /** So many that an import is under way for seconds after its first faces. */
  private static final int MANY = 120;

  private static final int PICTURES = 4;
  private static final long SECONDS = 120;

  @TempDir private Path place;
  private Path photographs;
  private int persons;

  @BeforeEach
  void takeAFewPictures() throws IOException {
    photographs = place.resolve("pho tographs");
    takePictures(FEW);
  }

  private void takePictures(int ofPersons) throws IOException {
    persons = ofPersons;
    for (int person = 0; person < persons; person++) {
      Path own = Files.createDirectories(photographs.resolve("- pérson " + person));
      for (int i = 0; i < PICTURES; i++) {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, person * PICTURES + i + 1);
        ImageIO.write(image, "png", own.resolve(i + ".png").toFile());
      }
    }
  }

  /** A process with its own files, and what it said. */
  private record Run(Process process, Path out, Path err) {
    int code() throws InterruptedException {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    }

    JsonNode json() throws IOException {
      return JSON.readTree(out.toFile());
    }
  }

  private Run start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                FaceLibraryMain.class.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(place, "out", ".txt");
    Path err = Files.createTempFile(place, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("FACE_LIBRARY_"));
    builder.environment().put("XDG_STATE_HOME", place.resolve("state").toString());
    builder.environment().put("XDG_CONFIG_HOME", place.resolve("config").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new Run(builder.start(), out, err);
  }

  private Run startImport(String library) throws IOException {
    return start(
        "import",
        photographs.toString(),
        "-p",
        "embedded",
        "-s",
        "folder=" + place.resolve(library),
        "-o",
        "json",
        "--threads",
        "1",
        "--report",
        place.resolve(library + ".report").toString());
  }

  /** Waits until so many faces are reported, or the process has ended. */
  private void awaitReport(Run run, String library, int lines)
      throws IOException, InterruptedException {
    Path report = place.resolve(library + ".report");
    boolean ended = false;
    while (!ended && lines(report) < lines) {
      ended = run.process().waitFor(5, TimeUnit.MILLISECONDS);
    }
  }

  private static long lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
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
    assertThat(export.json().path("persons").asInt()).isEqualTo(persons);
    assertThat(export.json().path("faces").asInt()).isEqualTo(persons * PICTURES);
    try (Stream<Path> pictures = Files.list(folder.resolve("pictures"))) {
      assertThat(pictures).hasSize(persons * PICTURES);
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
  void anImportThatWasKilledGoesOnWithNothingLostOrDoubled()
      throws IOException, InterruptedException {
    takePictures(MANY);
    Run killed = startImport("library");
    awaitReport(killed, "library", 40);
    killed.process().destroyForcibly();
    killed.code();

    Run resumed = startImport("library");

    assertThat(resumed.code()).as(() -> text(resumed.err())).isZero();
    assertThat(resumed.json().path("unknown").asInt()).isZero();
    assertThat(resumed.json().path("alreadyDone").asInt()).isGreaterThanOrEqualTo(36);
    assertWhole("library");
  }

  @Test
  void anImportThatIsStoppedSaysHowToGoOn() throws IOException, InterruptedException {
    takePictures(MANY);
    Run stopped = startImport("library");
    awaitReport(stopped, "library", 20);
    // Not SIGINT: a build in the background has its children ignore that.
    stopped.process().destroy();

    int code = stopped.code();
    Run resumed = startImport("library");

    assertThat(code).isEqualTo(143);
    assertThat(text(stopped.err())).contains("run the same command again");
    assertThat(resumed.code()).as(() -> text(resumed.err())).isZero();
    assertWhole("library");
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndDoesNothing() throws IOException, InterruptedException {
    Run dry =
        start(
            "import",
            photographs.toString(),
            "-p",
            "embedded",
            "-s",
            "folder=" + place.resolve("dry"),
            "--dry-run",
            "-o",
            "json");
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
    assertThat(dry.json().path("added").asInt()).isEqualTo(persons * PICTURES);
    assertThat(dry.json().path("report").asText()).endsWith(".plan.jsonl");
    assertThat(list.code()).isZero();
    assertThat(list.json().path("persons")).isEmpty();
  }

  @Test
  void aMigrationEndsWithTwoLibrariesThatAreEqual() throws IOException, InterruptedException {
    Run imported = startImport("one");
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
  void aFolderInWhichNobodyIsIsAUsageError() throws IOException, InterruptedException {
    Path empty = Files.createDirectory(place.resolve("empty"));

    Run run =
        start("import", empty.toString(), "-p", "embedded", "-s", "folder=" + place.resolve("x"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(text(run.err())).contains("nothing is in it");
  }

  @Test
  void whatIsRejectedMakesTheCodeOneAndStandsInTheReport()
      throws IOException, InterruptedException {
    Files.writeString(photographs.resolve("- pérson 0").resolve("text.jpg"), "no picture");

    Run run = startImport("library");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("rejected").asInt()).isEqualTo(1);
    assertThat(text(place.resolve("library.report")))
        .contains("text.jpg")
        .contains("must be one of");
  }
}
