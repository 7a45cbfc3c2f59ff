package io.facelibrary.cli;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Takes pictures as they are named on a command line. */
final class ImageArguments {
  private static final String FIELD = "picture";

  private ImageArguments() {}

  /**
   * Reads a file, or returns an address, which begins with {@code http://} or {@code https://}.
   *
   * @throws InvalidRequestException if there is no such file, or it is no picture, or no address
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  static FaceImage read(String named) {
    String start = named.toLowerCase(Locale.ROOT);
    if (start.startsWith("http://") || start.startsWith("https://")) {
      return FaceImage.at(named);
    }
    Path file = path(named);
    if (Files.isDirectory(file)) {
      throw InvalidRequestException.of(FIELD, "must be a file and is a folder");
    }
    if (!Files.exists(file)) {
      throw InvalidRequestException.of(FIELD, "must be a file, and there is none of this name");
    }
    return FaceImage.read(file);
  }

  private static Path path(String named) {
    try {
      return Path.of(named);
    } catch (InvalidPathException e) {
      throw InvalidRequestException.of(FIELD, "must have a name that a file can have");
    }
  }
}
