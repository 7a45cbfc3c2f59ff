package io.facelibrary.embedded.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Searches every file of a folder for bytes. */
public final class Erasure {
  private Erasure() {}

  public static boolean occursIn(Path folder, byte[] wanted) throws IOException {
    // One character per byte, so that a text search is a byte search.
    String text = new String(wanted, StandardCharsets.ISO_8859_1);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
        return true;
      }
    }
    return false;
  }
}
