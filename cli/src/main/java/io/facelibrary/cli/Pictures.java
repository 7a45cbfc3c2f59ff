package io.facelibrary.cli;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Takes pictures as they are named on a command line. */
final class Pictures {
  private Pictures() {}

  /**
   * Reads a file, or returns an address, which begins with {@code http://} or {@code https://}.
   *
   * @throws InvalidRequestException if it is no picture, or no address
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  static FaceImage read(String named) {
    String start = named.toLowerCase(Locale.ROOT);
    if (start.startsWith("http://") || start.startsWith("https://")) {
      return FaceImage.at(named);
    }
    try {
      return FaceImage.read(Path.of(named));
    } catch (InvalidPathException e) {
      throw InvalidRequestException.of("picture", "must have a name that a file can have");
    }
  }
}
