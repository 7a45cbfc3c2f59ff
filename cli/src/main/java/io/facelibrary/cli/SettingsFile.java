package io.facelibrary.cli;

import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads settings from a Java properties file in UTF-8. */
final class SettingsFile {
  private static final String FIELD = "settings";

  private SettingsFile() {}

  /**
   * Reads the named file, or else the default file if it exists.
   *
   * @throws InvalidRequestException if the named file does not exist, or a file cannot be read or
   *     parsed
   */
  static Map<String, String> read(Optional<Path> named, Optional<Path> defaultFile) {
    if (named.isPresent()) {
      return read(named.get())
          .orElseThrow(() -> InvalidRequestException.of(FIELD, "must name an existing file"));
    }
    return defaultFile.flatMap(SettingsFile::read).orElse(Map.of());
  }

  private static Optional<Map<String, String>> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (MalformedInputException e) {
      throw InvalidRequestException.of(FIELD, "must name a UTF-8 file");
    } catch (IOException e) {
      // The message of Java's exception is only the name of the file.
      throw InvalidRequestException.of(
          FIELD, "cannot be read: " + e.getClass().getSimpleName() + " of " + file);
    } catch (IllegalArgumentException e) {
      throw InvalidRequestException.of(FIELD, "has an escape sequence \\u without four digits");
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(it -> settings.put(it, properties.getProperty(it)));
    return Optional.of(settings);
  }
}
