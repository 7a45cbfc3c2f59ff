package io.facelibrary.examples;

import io.facelibrary.InvalidRequestException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A PNG file to write. It never overwrites a file, which may be an image of the user. */
record NewPng(Path file) {

  /**
   * Validates the name before anything is computed.
   *
   * @throws InvalidRequestException if the name does not end in {@code .png}, or the file exists
   */
  static NewPng named(String name) {
    Path file = Path.of(name);
    if (!name.endsWith(".png")) {
      throw InvalidRequestException.of("image", "must end in .png");
    }
    if (Files.exists(file)) {
      throw InvalidRequestException.of("image", "must not exist yet");
    }
    return new NewPng(file);
  }

  void write(BufferedImage image) {
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
