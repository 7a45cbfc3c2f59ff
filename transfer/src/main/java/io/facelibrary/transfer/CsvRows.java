package io.facelibrary.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** The lines of a CSV table. */
record CsvRows(Path file) implements Rows {
  private static final TreeSet<String> COLUMNS =
      new TreeSet<>(List.of("person", "groups", "name", "note", "image"));

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  static CsvRows open(Path file) {
    try (BufferedReader text = Rows.openText(file);
        CSVParser parser = FORMAT.parse(text)) {
      List<String> header = parser.getHeaderNames();
      if (!COLUMNS.containsAll(header) || !header.containsAll(List.of("person", "image"))) {
        throw Rows.broken(
            1, "must be a header with person and image, and no columns other than " + COLUMNS);
      }
      return new CsvRows(file);
    } catch (IOException e) {
      throw Rows.broken(e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw Rows.broken(1, "must be a header that names each column once");
    }
  }

  @Override
  public void forEach(Consumer<Row> each) {
    try (BufferedReader text = Rows.openText(file);
        CSVParser parser = FORMAT.parse(text)) {
      long line = parser.getCurrentLineNumber();
      try {
        for (CSVRecord row : parser) {
          line = parser.getCurrentLineNumber();
          each.accept(row(row, line));
        }
      } catch (UncheckedIOException e) {
        throw e.getCause() instanceof CharacterCodingException cause
            ? Rows.broken(cause)
            : Rows.broken(
                line + 1, "must be CSV: a quote is not closed, or text follows a closing quote");
      }
    } catch (IOException e) {
      throw Rows.broken(e);
    }
  }

  private static Row row(CSVRecord row, long line) {
    if (!row.isConsistent()) {
      throw Rows.broken(line, "must have as many columns as the header");
    }
    return new Row(
        line,
        cell(row, "person").orElseThrow(() -> Rows.broken(line, "must name a person")),
        cell(row, "groups").stream()
            .flatMap(groups -> Arrays.stream(groups.split(";")))
            .map(String::strip)
            .filter(group -> !group.isEmpty())
            .toList(),
        cell(row, "name"),
        cell(row, "note"),
        cell(row, "image"),
        Optional.empty());
  }

  private static Optional<String> cell(CSVRecord row, String column) {
    return row.isSet(column)
        ? Optional.of(row.get(column)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
