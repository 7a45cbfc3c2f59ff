package io.facelibrary.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads README.md, so that what it quotes and what the programs do cannot drift apart. */
final class Readme {
  private static final String FENCE = "```";

  private final List<String> lines;

  private Readme(List<String> lines) {
    this.lines = lines;
  }

  static Path file() {
    return Files.exists(Path.of("bom")) ? Path.of("README.md") : Path.of("..", "README.md");
  }

  static Readme read() {
    try {
      return new Readme(new ArrayList<>(Files.readAllLines(file())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether a test shall write what it finds instead of comparing: -Dreadme.update=true. */
  static boolean isUpdated() {
    return Boolean.getBoolean("readme.update");
  }

  /** The first fenced block that opens with this fence, anywhere. */
  List<String> firstBlock(String language) {
    return blockAfter(0, FENCE + language);
  }

  /** The first fenced block under a heading. Changing it changes what {@link #write} writes. */
  List<String> blockUnder(String heading) {
    int at = lines.indexOf(heading);
    if (at < 0) {
      throw new AssertionError("README.md has no line \"" + heading + "\"");
    }
    return blockAfter(at, FENCE);
  }

  void write() {
    try {
      Files.writeString(file(), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> blockAfter(int from, String fence) {
    int start = from;
    while (!lines.get(start).startsWith(fence)) {
      start++;
    }
    int end = start + 1;
    while (!lines.get(end).equals(FENCE)) {
      end++;
    }
    return lines.subList(start + 1, end);
  }
}
