package io.facelibrary.greenfixtures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the files on the class path, like the modules that use them. */
final class Fixtures {
  static final String RESPONSE = ".answer.json";
  static final String REQUEST = ".request.json";
  static final String FOREIGN_REQUEST = ".foreign-request.json";
  static final String QUERY = ".query.json";
  static final String SOURCE = ".source.md";

  private static final Path ROOT = root();
  private static final List<String> FILES = walk();

  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPrettyPrinter(twoSpaces())
          .build();

  private Fixtures() {}

  /** Returns all files as sorted paths below the root, with {@code /} as separator. */
  static List<String> files() {
    return FILES;
  }

  /** Returns the cases with a file of this kind, such as {@code add-faces/documented}. */
  static List<String> casesWith(String kind) {
    return files().stream()
        .filter(file -> file.endsWith(kind))
        .map(file -> file.substring(0, file.length() - kind.length()))
        .toList();
  }

  static String folderOf(String file) {
    return file.substring(0, file.indexOf('/'));
  }

  static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String file) {
    try {
      return EXACT.readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new AssertionError(file + " is not JSON", e);
    }
  }

  static String written(JsonNode node) {
    try {
      return EXACT.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static Source source(String fixture) {
    return Source.parse(text(fixture + SOURCE));
  }

  private static List<String> walk() {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> ROOT.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter twoSpaces() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private static Path root() {
    try {
      return Path.of(Fixtures.class.getResource("/green-fixtures").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
