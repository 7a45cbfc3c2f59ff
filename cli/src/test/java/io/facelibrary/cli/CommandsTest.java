package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Unknown;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.CheckReport;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraries;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ItemFailure;
import io.facelibrary.cli.CommandRunner.Ended;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private final CommandRunner command = new CommandRunner();

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
    assertThat(command.run("person", "add", "grace", "--name", "Grace", "-g", "navy").code())
        .isZero();
    assertThat(command.run("person", "update", "grace", "--note", "admiral").code()).isZero();
    assertThat(command.run("person", "join", "grace", "yale").code()).isZero();
    assertThat(command.run("person", "leave", "grace", "navy").code()).isZero();

    assertThat(command.run("person", "list", "-o", "json").out())
        .isEqualTo(
            "{\"persons\":[{\"id\":\"grace\",\"name\":\"Grace\",\"groups\":[\"yale\"]}]}"
                + System.lineSeparator());
    assertThat(command.run("person", "show", "grace", "-o", "json").out())
        .isEqualTo(
            "{\"id\":\"grace\",\"name\":\"Grace\",\"note\":\"admiral\",\"groups\":[\"yale\"],\"faces\":[]}"
                + System.lineSeparator());
    assertThat(command.run("person", "delete", "grace").out()).contains("deleted");
    assertThat(command.run("person", "list", "--ids", "-o", "json").json())
        .isEqualTo(json("{\"persons\":[]}"));
  }

  @Test
  void aTableHasAHeaderAndAlignedColumns() {
    command.run("person", "add", "grace", "--name", "Grace");
    command.run("person", "add", "al", "--name", "Alan\u001B[2J");

    assertThat(command.run("person", "list").out().lines())
        .containsExactly(
            "ID     NAME      GROUPS", "al     Alan\uFFFD[2J  default", "grace  Grace     default");
  }

  @Test
  void onlyThePersonsOfTheGroupAreListed() {
    command.run("person", "add", "grace", "-g", "navy");
    command.run("person", "add", "alan", "-g", "bletchley");

    Ended ended = command.run("person", "list", "--ids", "-g", "navy");

    assertThat(ended.out().lines()).containsExactly("ID", "grace");
    assertThat(command.run("group", "list").out().lines())
        .containsExactly("ID", "bletchley", "navy");
  }

  @Test
  void addingAPersonTwiceIsRefused() {
    command.run("person", "add", "grace");

    Ended ended = command.run("person", "add", "grace");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).contains("ALREADY_EXISTS").hasLineCount(1);
  }

  @Test
  void anUnknownPersonIsNotFound() {
    assertThat(command.run("person", "show", "nobody").code()).isEqualTo(3);
    assertThat(command.run("face", "add", "nobody", image).code()).isEqualTo(3);
    assertThat(command.run("person", "delete", "nobody").code()).isEqualTo(3);
  }

  @Test
  void anUpdateNeedsANameOrANote() {
    assertThat(command.run("person", "update", "grace").code()).isEqualTo(2);
  }

  @Test
  void facesAreAddedFoundListedAndDeleted() {
    command.run("person", "add", "grace");

    String face = added(command.run("face", "add", "grace", image, "-o", "json"));

    assertThat(command.run("face", "list", "grace", "-o", "json").json())
        .isEqualTo(
            json("{\"person\":\"grace\",\"faces\":[{\"id\":\"" + face + "\",\"source\":null}]}"));
    JsonNode found = command.run("search", image, "-o", "json").json();
    assertThat(found.at("/candidates/0/person").asText()).isEqualTo("grace");
    assertThat(found.at("/candidates/0/similarity").asDouble()).isEqualTo(1);
    assertThat(command.run("face", "delete", "grace", face, "123").code()).isEqualTo(3);
    assertThat(command.run("search", image).code()).isEqualTo(6);
  }

  @Test
  void personsInNoGroupAreListedIfTheLibraryListsAllPersons() {
    command.run("person", "add", "grace");
    command.run("person", "leave", "grace", "default");

    assertThat(command.run("person", "list", "--ids").out().lines()).containsExactly("ID", "grace");

    KeptProvider.KEPT.compute(
        command.library(),
        (name, kept) ->
            new ForwardingFaceLibrary(kept) {
              @Override
              public Capabilities capabilities() {
                return super.capabilities().toBuilder()
                    .without(Capability.LIST_ALL_PERSONS)
                    .build();
              }
            });
    command.run("person", "add", "eileen", "-g", "nasa", "-g", "crew");
    assertThat(command.run("person", "list", "--ids").out().lines())
        .containsExactly("ID", "eileen");
  }

  @Test
  void aPersonIsAddedTogetherWithImages() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jpg"), "not an image");

    Ended ended = command.run("person", "add", "grace", "--image", image, "-o", "json");

    assertThat(ended.code()).isZero();
    assertThat(ended.json().at("/faces").findValuesAsText("outcome")).containsExactly("added");
    assertThat(command.run("search", image).out()).contains("grace");
    assertThat(command.run("person", "add", "alan", "--image", text.toString()).code())
        .isEqualTo(2);
    assertThat(command.run("person", "show", "alan").code()).isEqualTo(3);
  }

  @Test
  void anImageThatMayHaveBeenAddedIsReportedAsUnknown() {
    KeptProvider.KEPT.put(
        command.library(),
        new ForwardingFaceLibrary(FaceLibraries.open("inmemory", Map.of())) {
          @Override
          public AddFacesResult addFaces(AddFaces request) {
            return AddFacesResult.of(
                List.of(Unknown.of(ItemFailure.of(0, ErrorKind.TIMED_OUT, "no response"))));
          }
        });
    command.run("person", "add", "grace");

    Ended ended = command.run("face", "add", "grace", image, "-o", "json");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.json().at("/faces/0/outcome").asText()).isEqualTo("unknown");
    assertThat(ended.json().at("/faces/0/kind").asText()).isEqualTo("TIMED_OUT");
    assertThat(ended.json().at("/faces/0/message").asText())
        .isEqualTo("it may have been added: no response");
  }

  @Test
  void anImageThatFailsDoesNotAffectTheOthers() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jpg"), "not an image");
    command.run("person", "add", "grace");

    Ended ended =
        command.run("face", "add", "-o", "json", "grace", "none.jpg", text.toString(), image);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.json().at("/faces").findValuesAsText("outcome"))
        .containsExactly("failed", "failed", "added");
    assertThat(ended.json().at("/faces/0/kind").asText()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void quietPrintsOnlyFailures() {
    command.run("person", "add", "grace");

    Ended ended = command.run("face", "add", "-q", "grace", "none.jpg", image);

    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .hasLineCount(1)
        .contains("none.jpg")
        .contains("must be an existing file");
  }

  @Test
  void theStoredImageIsWrittenOnlyToANewFile() throws IOException {
    command.run("person", "add", "grace");
    String face = added(command.run("face", "add", "grace", image, "-o", "json"));
    String copy = folder.resolve("copy.png").toString();

    assertThat(command.run("face", "show", "grace", face, "--save", copy).out())
        .contains("format: png");
    assertThat(Files.readAllBytes(Path.of(copy))).isEqualTo(Files.readAllBytes(Path.of(image)));
    assertThat(command.run("face", "show", "grace", face, "--save", copy).code()).isEqualTo(2);
    assertThat(command.run("face", "show", "grace", "123").code()).isEqualTo(3);
  }

  @Test
  void aCheckWithFindingsExitsWithOne() {
    assertThat(command.run("check", "-o", "json").json())
        .isEqualTo(json("{\"clean\":true,\"findings\":[]}"));

    KeptProvider.FINDINGS.put(
        command.library(),
        CheckReport.of(List.of(CheckReport.Finding.of("missing-image", 2, "gone"))));

    assertThat(command.run("check").code()).isEqualTo(1);
    assertThat(command.run("check", "-q", "-o", "json").json().at("/findings/0/count").asInt())
        .isEqualTo(2);
  }

  @Test
  void repairsAtTheOpeningAreReportedUnlessQuiet() {
    KeptProvider.REPAIRS.put(
        command.library(),
        CheckReport.of(List.of(CheckReport.Finding.of("orphan-image", 3, "removed"))));

    assertThat(command.run("person", "list").err()).contains("orphan-image, 3 times: removed");
    assertThat(command.run("person", "list", "--quiet").err()).isEmpty();
  }

  @Test
  void aBackupNeedsANewFolder() {
    String to = folder.resolve("backup").toString();

    assertThat(command.run("backup", to).out()).contains(to);
    assertThat(command.run("backup", to).code()).isEqualTo(2);
  }

  @Test
  void anUnsupportedCommandIsRefused() {
    Ended ended = command.run("check", "--provider", "inmemory");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).contains("UNSUPPORTED").hasLineCount(1);
  }

  @Test
  void providersListTheirSettingsAndWhichAreSecret() {
    JsonNode json = command.run("providers", "-o", "json").json();

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
    command.run("person", "add", "grace");
    command.run("person", "add", "alan");
    KeptProvider.BEFORE.put(command.library(), command.stopSignal()::request);

    Ended ended = command.run("person", "delete", "-o", "json", "grace", "alan");

    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.json().at("/persons").findValuesAsText("outcome"))
        .containsExactly("deleted", "failed");
    assertThat(ended.json().at("/persons/1/kind").asText()).isEqualTo("INTERRUPTED");
  }

  @Test
  void aStoppedCommandPrintsHowToResumeIt() {
    command.run("person", "add", "grace");
    command.stopSignal().setResumeHint("run it again to resume");
    command.stopSignal().request();

    Ended ended = command.run("person", "list");

    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).contains("INTERRUPTED").contains("run it again to resume");
  }

  @Test
  void anInternalErrorIsOneLineAndVerboseShowsTheTraceWithoutForeignMessages() {
    KeptProvider.BEFORE.put(
        command.library(),
        () -> {
          throw new IllegalStateException("hush");
        });

    Ended ended = command.run("person", "add", "grace");
    Ended verbose = command.run("person", "add", "grace", "--verbose");

    assertThat(ended.code()).isEqualTo(70);
    assertThat(ended.err()).hasLineCount(1).doesNotContain("hush");
    assertThat(verbose.err())
        .contains("java.lang.IllegalStateException")
        .contains("    at io.facelibrary.cli")
        .doesNotContain("hush");
  }

  @Test
  void anUnknownOptionIsReportedWithAHintToTheHelp() {
    Ended ended = command.run("person", "list", "--nonsense");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--nonsense").contains("see face-library person list --help");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void anUnknownCommandIsReportedWithAHintToTheHelp() {
    assertThat(command.run("persons").code()).isEqualTo(2);
    assertThat(command.run().code()).isEqualTo(2);
    assertThat(command.run("person").err()).contains("see face-library person --help");
  }

  @Test
  void helpHasColorsOnlyOnATerminalAndWithoutNoColor() {
    assertThat(command.run("--help").out()).doesNotContain("\u001B[");
    assertThat(command.onTerminal().run("--help").out()).contains("\u001B[");
    assertThat(command.with("NO_COLOR", "1").run("--help").out()).doesNotContain("\u001B[");
  }

  @Test
  void theCompletionScriptHasEveryCommand() {
    assertThat(command.run("completion").out())
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
