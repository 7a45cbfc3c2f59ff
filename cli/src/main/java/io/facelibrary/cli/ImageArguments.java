package io.facelibrary.cli;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads images named by arguments of the command line. */
final class ImageArguments {
  private static final String FIELD = "image";

  private ImageArguments() {}

  /**
   * Reads a file, or returns a URL if the argument begins with {@code http://} or {@code https://}.
   *
   * @throws InvalidRequestException if there is no such file, or it is not an image, or the URL is
   *     invalid
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  static FaceImage read(String argument) {
    String start = argument.toLowerCase(Locale.ROOT);
    if (start.startsWith("http://") || start.startsWith("https://")) {
      return FaceImage.at(argument);
    }
    Path file = path(argument);
    if (Files.isDirectory(file)) {
      throw InvalidRequestException.of(FIELD, "must be a file, not a folder");
    }
    if (!Files.exists(file)) {
      throw InvalidRequestException.of(FIELD, "must be an existing file");
    }
    return FaceImage.read(file);
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw InvalidRequestException.of(FIELD, "must be a valid file name");
    }
  }
}
