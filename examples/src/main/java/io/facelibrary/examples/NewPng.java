package io.facelibrary.examples;

import io.facelibrary.InvalidRequestException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture to be written, and never over a file that is there: it may be somebody's photograph.
 */
record NewPng(Path file) {

  /**
   * Checks the name before anything is computed.
   *
   * @throws InvalidRequestException if it is no new file that ends in {@code .png}
   */
  static NewPng named(String name) {
    Path file = Path.of(name);
    if (!name.endsWith(".png")) {
      throw InvalidRequestException.of("picture", "must end in .png");
    }
    if (Files.exists(file)) {
      throw InvalidRequestException.of("picture", "must not exist yet");
    }
    return new NewPng(file);
  }

  void write(BufferedImage picture) {
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
