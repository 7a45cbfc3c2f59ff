package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.cli.CommandRunner.Ended;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as a process. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProcessTest {
  @TempDir private Path folder;

  @Test
  void aProcessFindsWhatAnotherAdded() throws Exception {
    image("an image.png");
    image("-dash.png");

    assertThat(run("person", "add", "grace", "--name", "Grace").code()).isZero();
    Ended added = run("face", "add", "grace", "-o", "json", "--", "an image.png", "-dash.png");

    assertThat(added.code()).isZero();
    assertThat(added.json().at("/faces").findValuesAsText("image"))
        .containsExactly("an image.png", "-dash.png");
    assertThat(run("person", "list", "-o", "json").json().at("/persons/0/name").asText())
        .isEqualTo("Grace");
    assertThat(run("check").code()).isZero();
  }

  @Test
  void namesAndTextsMayBeInAnyScript() throws Exception {
    assumeThat(CommandProcess.hasUnicodeFileNames())
        .as("Java can use file names in any script only with a UTF-8 locale")
        .isTrue();
    image("gr\u00E4ce \u683C.png");

    run("person", "add", "grace", "--name", "\u683C\u857E\u65AF");
    Ended added = run("face", "add", "grace", "gr\u00E4ce \u683C.png", "-o", "json");

    assertThat(added.json().at("/faces/0/outcome").asText()).isEqualTo("added");
    assertThat(run("person", "show", "grace").out()).contains("name: \u683C\u857E\u65AF");
  }

  @Test
  void itExitsWithTheCodesOfTheHelp() throws Exception {
    assertThat(run("--help").code()).isZero();
    assertThat(run("person", "list", "--provider", "nobody").code()).isEqualTo(2);
    assertThat(run("person", "show", "nobody").code()).isEqualTo(3);
    run("person", "add", "grace");
    assertThat(run("person", "add", "grace").code()).isEqualTo(4);
  }

  @Test
  void withoutATerminalThereAreNoColorsAndNoQuestions() throws Exception {
    Ended help = run("--help");
    Ended asked = run("person", "list", "--ask", "pass-phrase");

    assertThat(help.out()).contains("Usage: face-library").doesNotContain("\u001B");
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("without a terminal").hasLineCount(1);
  }

  @Test
  void aReaderThatClosesThePipeIsNotAnError() throws Exception {
    // More than a pipe buffers, so that the process is still writing when the pipe is closed.
    Map<String, String> settings = Map.of("folder", folder.resolve("library").toString());
    try (FaceLibrary library = FaceLibraries.open("embedded", settings)) {
      for (int i = 0; i < 200; i++) {
        library.addPerson(AddPerson.of(PersonId.of("person" + i)).withName("x".repeat(1000)));
      }
    }
    Path err = folder.resolve("err");
    Process process = builder("person", "list").redirectError(err.toFile()).start();

    process.getInputStream().close();

    assertThat(process.waitFor()).isEqualTo(141);
    assertThat(err).isEmptyFile();
  }

  @Test
  void outputThatCannotBeWrittenIsAnError() throws Exception {
    File full = new File("/dev/full");
    assumeThat(full).as("only Linux has a device that is always full").exists();

    Process process = builder("providers").redirectOutput(full).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(5);
    assertThat(err).contains("standard output cannot be written");
  }

  @Test
  void itServesUntilItIsStoppedAndClosesTheLibrary() throws Exception {
    Process process = builder("serve", "--anonymous", "--port", "0", "-o", "json").start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      URI uri = URI.create(new Ended(0, out.readLine(), "").json().at("/uri").asText());

      assertThat(health(uri)).isEqualTo(200);
      process.destroy();

      assertThat(process.waitFor()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
    assertThat(run("check").code()).isZero();
  }

  private static int health(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri.resolve("/healthz")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private void image(String name) throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  private Ended run(String... arguments) throws Exception {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private ProcessBuilder builder(String... arguments) {
    ProcessBuilder builder =
        CommandProcess.builder(folder, Map.of(), arguments).directory(folder.toFile());
    builder.environment().put("FACE_LIBRARY_PROVIDER", "embedded");
    builder.environment().put("FACE_LIBRARY_FOLDER", folder.resolve("library").toString());
    return builder;
  }
}
