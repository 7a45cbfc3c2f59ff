package io.facelibrary.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the images of these programs. SOURCES.md in their folder names their origin. */
final class Photos {
  private Photos() {}

  /** Finds an image from the root of the checkout and from the folder {@code examples}. */
  static Path path(String name) {
    Path fromRoot = Path.of("examples", "photos", name);
    return Files.exists(fromRoot) ? fromRoot : Path.of("photos", name);
  }
}
