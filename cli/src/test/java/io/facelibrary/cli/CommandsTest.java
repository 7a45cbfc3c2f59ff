package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.CheckReport;
import io.facelibrary.cli.Commanding.Ended;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private final Commanding commanding = new Commanding();

  @TempDir private Path folder;
  private String image = "";

  @BeforeEach
  void writeImage() throws IOException {
    Path file = folder.resolve("an image.png");
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    image = file.toString();
  }

  @Test
  void aPersonIsAddedListedShownChangedAndDeleted() {
    assertThat(commanding.run("person", "add", "grace", "--name", "Grace", "-g", "navy").code())
        .isZero();
    assertThat(commanding.run("person", "update", "grace", "--note", "admiral").code()).isZero();
    assertThat(commanding.run("person", "join", "grace", "yale").code()).isZero();
    assertThat(commanding.run("person", "leave", "grace", "navy").code()).isZero();

    assertThat(commanding.run("person", "list", "-o", "json").out())
        .isEqualTo(
            "{\"persons\":[{\"id\":\"grace\",\"name\":\"Grace\",\"groups\":[\"yale\"]}]}"
                + System.lineSeparator());
    assertThat(commanding.run("person", "show", "grace", "-o", "json").out())
        .isEqualTo(
            "{\"id\":\"grace\",\"name\":\"Grace\",\"note\":\"admiral\",\"groups\":[\"yale\"],\"faces\":[]}"
                + System.lineSeparator());
    assertThat(commanding.run("person", "delete", "grace").out()).contains("deleted");
    assertThat(commanding.run("person", "list", "--ids", "-o", "json").json())
        .isEqualTo(json("{\"persons\":[]}"));
  }

  @Test
  void aTableHasAHeaderAndAlignedColumns() {
    commanding.run("person", "add", "grace", "--name", "Grace");
    commanding.run("person", "add", "al", "--name", "Alan\u001B[2J");

    assertThat(commanding.run("person", "list").out().lines())
        .containsExactly(
            "ID     NAME      GROUPS", "al     Alan\uFFFD[2J  default", "grace  Grace     default");
  }

  @Test
  void onlyThePersonsOfTheGroupAreListed() {
    commanding.run("person", "add", "grace", "-g", "navy");
    commanding.run("person", "add", "alan", "-g", "bletchley");

    Ended ended = commanding.run("person", "list", "--ids", "-g", "navy");

    assertThat(ended.out().lines()).containsExactly("ID", "grace");
    assertThat(commanding.run("group", "list").out().lines())
        .containsExactly("ID", "bletchley", "navy");
  }

  @Test
  void addingAPersonTwiceIsRefused() {
    commanding.run("person", "add", "grace");

    Ended ended = commanding.run("person", "add", "grace");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).contains("ALREADY_EXISTS").hasLineCount(1);
  }

  @Test
  void anUnknownPersonIsNotFound() {
    assertThat(commanding.run("person", "show", "nobody").code()).isEqualTo(3);
    assertThat(commanding.run("face", "add", "nobody", image).code()).isEqualTo(3);
    assertThat(commanding.run("person", "delete", "nobody").code()).isEqualTo(3);
  }

  @Test
  void anUpdateNeedsANameOrANote() {
    assertThat(commanding.run("person", "update", "grace").code()).isEqualTo(2);
  }

  @Test
  void facesAreAddedFoundListedAndDeleted() {
    commanding.run("person", "add", "grace");

    String face = added(commanding.run("face", "add", "grace", image, "-o", "json"));

    assertThat(commanding.run("face", "list", "grace", "-o", "json").json())
        .isEqualTo(
            json("{\"person\":\"grace\",\"faces\":[{\"id\":\"" + face + "\",\"source\":null}]}"));
    JsonNode found = commanding.run("search", image, "-o", "json").json();
    assertThat(found.at("/candidates/0/person").asText()).isEqualTo("grace");
    assertThat(found.at("/candidates/0/similarity").asDouble()).isEqualTo(1);
    assertThat(commanding.run("face", "delete", "grace", face, "123").code()).isEqualTo(3);
    assertThat(commanding.run("search", image).out()).contains("No person was found.");
  }

  @Test
  void anImageThatFailsDoesNotAffectTheOthers() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jpg"), "not an image");
    commanding.run("person", "add", "grace");

    Ended ended =
        commanding.run("face", "add", "-o", "json", "grace", "none.jpg", text.toString(), image);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.json().at("/faces").findValuesAsText("outcome"))
        .containsExactly("failed", "failed", "added");
    assertThat(ended.json().at("/faces/0/kind").asText()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void quietPrintsOnlyFailures() {
    commanding.run("person", "add", "grace");

    Ended ended = commanding.run("face", "add", "-q", "grace", "none.jpg", image);

    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .hasLineCount(1)
        .contains("none.jpg")
        .contains("must be an existing file");
  }

  @Test
  void theStoredImageIsWrittenOnlyToANewFile() throws IOException {
    commanding.run("person", "add", "grace");
    String face = added(commanding.run("face", "add", "grace", image, "-o", "json"));
    String copy = folder.resolve("copy.png").toString();

    assertThat(commanding.run("face", "show", "grace", face, "--save", copy).out())
        .contains("format: png");
    assertThat(Files.readAllBytes(Path.of(copy))).isEqualTo(Files.readAllBytes(Path.of(image)));
    assertThat(commanding.run("face", "show", "grace", face, "--save", copy).code()).isEqualTo(2);
    assertThat(commanding.run("face", "show", "grace", "123").code()).isEqualTo(3);
  }

  @Test
  void aCheckWithFindingsExitsWithOne() {
    assertThat(commanding.run("check", "-o", "json").json())
        .isEqualTo(json("{\"clean\":true,\"findings\":[]}"));

    KeptProvider.FINDINGS.put(
        commanding.library(),
        new CheckReport(List.of(new CheckReport.Finding("missing-image", 2, "gone"))));

    assertThat(commanding.run("check").code()).isEqualTo(1);
    assertThat(commanding.run("check", "-q", "-o", "json").json().at("/findings/0/count").asInt())
        .isEqualTo(2);
  }

  @Test
  void repairsAtTheOpeningAreReportedUnlessQuiet() {
    KeptProvider.REPAIRS.put(
        commanding.library(),
        new CheckReport(List.of(new CheckReport.Finding("orphan-image", 3, "removed"))));

    assertThat(commanding.run("person", "list").err()).contains("orphan-image, 3 times: removed");
    assertThat(commanding.run("person", "list", "--quiet").err()).isEmpty();
  }

  @Test
  void aBackupNeedsANewFolder() {
    String to = folder.resolve("backup").toString();

    assertThat(commanding.run("backup", to).out()).contains(to);
    assertThat(commanding.run("backup", to).code()).isEqualTo(2);
  }

  @Test
  void anUnsupportedCommandIsRefused() {
    Ended ended = commanding.run("check", "--provider", "inmemory");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).contains("UNSUPPORTED").hasLineCount(1);
  }

  @Test
  void providersListTheirSettingsAndWhichAreSecret() {
    JsonNode json = commanding.run("providers", "-o", "json").json();

    assertThat(json.at("/providers").findValuesAsText("name")).contains("inmemory", "kept");
    assertThat(json.at("/settings"))
        .contains(
            json(
                "{\"provider\":\"kept\",\"setting\":\"pass-phrase\",\"secret\":true,"
                    + "\"variable\":\"FACE_LIBRARY_PASS_PHRASE\",\"meaning\":\"the pass phrase\"}"));
    assertThat(json.at("/encoders/0/name").asText()).isEqualTo("recognition");
  }

  @Test
  void ctrlCStopsBetweenTwoItemsAndReportsThem() {
    commanding.run("person", "add", "grace");
    commanding.run("person", "add", "alan");
    KeptProvider.BEFORE.put(commanding.library(), commanding.stopSignal()::request);

    Ended ended = commanding.run("person", "delete", "-o", "json", "grace", "alan");

    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.json().at("/persons").findValuesAsText("outcome"))
        .containsExactly("deleted", "failed");
    assertThat(ended.json().at("/persons/1/kind").asText()).isEqualTo("INTERRUPTED");
  }

  @Test
  void aStoppedCommandPrintsHowToResumeIt() {
    commanding.run("person", "add", "grace");
    commanding.stopSignal().setResumeHint("run it again to resume");
    commanding.stopSignal().request();

    Ended ended = commanding.run("person", "list");

    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).contains("INTERRUPTED").contains("run it again to resume");
  }

  @Test
  void anInternalErrorIsOneLineAndVerboseShowsTheTraceWithoutForeignMessages() {
    KeptProvider.BEFORE.put(
        commanding.library(),
        () -> {
          throw new IllegalStateException("hush");
        });

    Ended ended = commanding.run("person", "add", "grace");
    Ended verbose = commanding.run("person", "add", "grace", "--verbose");

    assertThat(ended.code()).isEqualTo(70);
    assertThat(ended.err()).hasLineCount(1).doesNotContain("hush");
    assertThat(verbose.err())
        .contains("java.lang.IllegalStateException")
        .contains("    at io.facelibrary.cli")
        .doesNotContain("hush");
  }

  @Test
  void anUnknownOptionIsReportedWithAHintToTheHelp() {
    Ended ended = commanding.run("person", "list", "--nonsense");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--nonsense").contains("see face-library person list --help");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void anUnknownCommandIsReportedWithAHintToTheHelp() {
    assertThat(commanding.run("persons").code()).isEqualTo(2);
    assertThat(commanding.run().code()).isEqualTo(2);
    assertThat(commanding.run("person").err()).contains("see face-library person --help");
  }

  @Test
  void helpHasColorsOnlyOnATerminalAndWithoutNoColor() {
    assertThat(commanding.run("--help").out()).doesNotContain("\u001B[");
    assertThat(commanding.onTerminal().run("--help").out()).contains("\u001B[");
    assertThat(commanding.with("NO_COLOR", "1").run("--help").out()).doesNotContain("\u001B[");
  }

  @Test
  void theCompletionScriptHasEveryCommand() {
    assertThat(commanding.run("completion").out())
        .contains("person", "leave", "providers", "--min-similarity");
  }

  private static String added(Ended ended) {
    assertThat(ended.code()).isZero();
    return ended.json().at("/faces/0/id").asText();
  }

  private static JsonNode json(String text) {
    return new Ended(0, text, "").json();
  }
}
