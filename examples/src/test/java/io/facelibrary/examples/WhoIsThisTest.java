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
  void drawsBoxesIntoTheImageOfBoth(@TempDir Path folder) throws Exception {
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
  void overwritesNoExistingFile(@TempDir Path folder) throws Exception {
    Path image = Files.writeString(folder.resolve("mine.png"), "an image");

    WhoIsThis.main(new String[] {image.toString()});

    assertThat(image).hasContent("an image");
    assertThatThrownBy(() -> NewPng.named(image.toString()))
        .hasMessageContaining("image")
        .hasMessageContaining("must not exist yet");
    assertThatThrownBy(() -> NewPng.named("image.jpg")).hasMessageContaining("must end in .png");
  }

  private static int inkIn(BufferedImage image, int from, int to) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == 0xFFD400) {
          count++;
        }
      }
    }
    return count;
  }
}
