package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A document of the project. Tests compare its quotations with the programs. */
final class Page {
  private static final String FENCE = "```";

  private final Path file;
  private final List<String> lines;

  private Page(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Returns the folder of the project. Maven runs tests in the module, an IDE may run them above.
   */
  static Path root() {
    return Files.exists(Path.of("bom")) ? Path.of("") : Path.of("..");
  }

  static Page read(String name) {
    Path file = root().resolve(name);
    try {
      return new Page(file, new ArrayList<>(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether a test writes its result instead of comparing it: -Dreadme.update=true. */
  static boolean isUpdated() {
    return Boolean.getBoolean("readme.update");
  }

  /** Returns the first fenced block of a language in the document. */
  List<String> firstBlock(String language) {
    return blockAfter(0, FENCE + language);
  }

  /** Returns the first fenced block under a heading, as a view of the lines to {@link #write}. */
  List<String> blockUnder(String heading) {
    return blockAfter(lineOf(heading), FENCE);
  }

  /**
   * Asserts that the lines between two markers of a document are these, or writes them if {@link
   * #isUpdated}.
   *
   * @param part the word in the markers {@code <!-- part: begin -->} and {@code <!-- part: end -->}
   */
  static void assertPart(String document, String part, List<String> expected) {
    Page page = read(document);
    List<String> quoted =
        page.between("<!-- " + part + ": begin -->", "<!-- " + part + ": end -->");
    if (isUpdated()) {
      quoted.clear();
      quoted.addAll(expected);
      page.write();
    }
    assertThat(expected)
        .as("the part %s of %s; to write it: -Dreadme.update=true", part, document)
        .isEqualTo(quoted);
  }

  /** Returns the lines between two markers, as a view of the lines to {@link #write}. */
  List<String> between(String begin, String end) {
    return lines.subList(lineOf(begin) + 1, lineOf(end));
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  int length() {
    return lines.size();
  }

  void write() {
    try {
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int lineOf(String line) {
    int at = lines.indexOf(line);
    if (at < 0) {
      throw new AssertionError(file + " has no line \"" + line + "\"");
    }
    return at;
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
