package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceEncoder;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.FaceRecognizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateFolderTest {
  @TempDir private Path folder;

  @Test
  void readsPeopleAndListsOmittedFilesWithTheirReasons() throws IOException {
    addPeople();
    Path grace = folder.resolve("grace");
    Files.writeString(grace.resolve("notes.txt"), "no image");
    Files.copy(grace.resolve("a.png"), grace.resolve("again.png"));
    Files.createDirectory(grace.resolve("more"));
    Files.writeString(folder.resolve("loose.png"), "");
    Files.createSymbolicLink(grace.resolve("lost.png"), folder.resolve("nowhere"));

    PeopleFolder read;
    try (FaceEncoder encoder = FaceRecognizer.open()) {
      read = PeopleFolder.read(folder, encoder);
    }

    assertThat(read.people()).hasSize(2).allSatisfy(images -> assertThat(images).hasSize(2));
    assertThat(read.images()).isEqualTo(4);
    assertThat(read.unused()).hasSize(5);
    assertThat(read.unused())
        .element(0)
        .asString()
        .contains("again.png: is equal to an earlier image");
    assertThat(read.unused()).element(1).asString().contains("lost.png: is a broken link");
    assertThat(read.unused()).element(2).asString().contains("more: is not a file");
    assertThat(read.unused()).element(3).asString().contains("notes.txt: ");
    assertThat(read.unused()).element(4).isEqualTo("loose.png: is not in the folder of a person");
  }

  @Test
  void followsLinksToPeople() throws IOException {
    addPeople();
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("grace"), folder.resolve("grace"));

    try (FaceEncoder encoder = FaceRecognizer.open()) {
      assertThat(PeopleFolder.read(linked, encoder).images()).isEqualTo(2);
    }
  }

  @Test
  void refusesAFileThatIsNotAFolder() {
    try (FaceEncoder encoder = FaceRecognizer.open()) {
      assertThatThrownBy(() -> PeopleFolder.read(folder.resolve("absent"), encoder))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("folder");
    }
  }

  @Test
  void printsATableAndWritesAPlot() throws IOException {
    addPeople();
    Path plot = folder.resolveSibling(folder.getFileName() + ".png");

    String printed = run(folder.toString(), plot.toString());

    BufferedImage image = ImageIO.read(plot.toFile());
    Files.delete(plot);
    assertThat(printed)
        .contains("4 images of 2 people are used", "Pairs: 2 of one person, 4 of two")
        .contains("Equal error rate: 0.00 %", "Plot: ");
    assertThat(image.getWidth()).isEqualTo(900);
    assertThat(image.getRGB(1, 1) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @Test
  void reportsThatOnePersonIsNotEnough() throws IOException {
    add("grace", "grace_hopper.jpg");

    assertThat(run(folder.toString())).contains("Cannot calibrate: ", "at least two people");
  }

  private void addPeople() throws IOException {
    add("eileen", "astronaut.png");
    add("grace", "grace_hopper.jpg");
  }

  private void add(String person, String image) throws IOException {
    Path to = Files.createDirectory(folder.resolve(person));
    BufferedImage original = AlteredCopies.read(Photos.path(image));
    ImageIO.write(original, "png", to.resolve("a.png").toFile());
    ImageIO.write(AlteredCopies.mirrored(original), "png", to.resolve("b.png").toFile());
  }

  private static String run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Calibrate.main(args);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
