package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/providers.md links every checked-in conformance report. {@code -Dreadme.update=true} writes
 * the table.
 */
class ConformanceTableTest {
  @Test
  void linksEveryReport() throws IOException {
    Page.assertPart("docs/providers.md", "conformance", table());
  }

  private static List<String> table() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path report : reports()) {
      String json = Files.readString(report);
      String page = report.getFileName().toString().replace(".json", ".html");
      rows.add(
          "| [%s](conformance/%s) | %s | %s | %s | %s |"
              .formatted(
                  field("title", json),
                  page,
                  field("contractVersion", json),
                  field("durable", json).equals("true") ? "yes" : "no",
                  field("held", json),
                  field("skipped", json)));
    }
    if (!rows.isEmpty()) {
      rows.addAll(
          0,
          List.of(
              "| report | version of the contract | durable | tests held | tests skipped |",
              "|---|---|---|---|---|"));
    }
    return rows;
  }

  private static List<Path> reports() throws IOException {
    Path folder = Page.root().resolve("docs/conformance").toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** Returns the first field of this name; the fields in question precede all sentences. */
  private static String field(String name, String json) {
    Matcher field = Pattern.compile('"' + name + "\": (?:\"([^\"]*)\"|(\\w+))").matcher(json);
    assertThat(field.find()).as("the field %s of a conformance report", name).isTrue();
    return Optional.ofNullable(field.group(1)).orElseGet(() -> field.group(2));
  }
}
