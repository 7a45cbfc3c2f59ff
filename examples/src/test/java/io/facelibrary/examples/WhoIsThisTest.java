package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhoIsThisTest {
  @Test
  void drawsBoxesIntoThePictureOfBoth(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("who.png");

    WhoIsThis.main(new String[] {file.toString()});

    BufferedImage drawn = ImageIO.read(file.toFile());
    BufferedImage grace = AlteredCopies.read(Photos.path("grace_hopper.jpg"));
    BufferedImage eileen = AlteredCopies.read(Photos.path("astronaut.png"));
    assertThat(drawn.getWidth()).isEqualTo(grace.getWidth() + eileen.getWidth());
    assertThat(inkIn(drawn, 0, grace.getWidth())).isGreaterThan(300);
    assertThat(inkIn(drawn, grace.getWidth(), drawn.getWidth())).isGreaterThan(300);
  }

  @Test
  void drawsOverNoFileThatIsThere(@TempDir Path folder) throws Exception {
    Path photograph = Files.writeString(folder.resolve("mine.png"), "a photograph");

    WhoIsThis.main(new String[] {photograph.toString()});

    assertThat(photograph).hasContent("a photograph");
    assertThatThrownBy(() -> NewPng.named(photograph.toString()))
        .hasMessageContaining("picture")
        .hasMessageContaining("must not exist yet");
    assertThatThrownBy(() -> NewPng.named("picture.jpg")).hasMessageContaining("must end in .png");
  }

  private static int inkIn(BufferedImage picture, int from, int to) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        if ((picture.getRGB(x, y) & 0xFFFFFF) == 0xFFD400) {
          count++;
        }
      }
    }
    return count;
  }
}
