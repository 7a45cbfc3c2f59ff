package io.facelibrary.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command was started in.
 *
 * @param environment the variables
 * @param terminal what is read and written
 * @param interruption whether Ctrl-C was pressed
 */
record CommandContext(Map<String, String> environment, Terminal terminal, StopSignal interruption) {
  private static final String FOLDER = "face-library";

  /** The settings file that is read when none is named; empty if it cannot be said where it is. */
  Optional<Path> defaultSettings() {
    return configuration().map(folder -> folder.resolve(FOLDER).resolve("settings.properties"));
  }

  /** Where is kept what outlives a command and is nobody's document, such as journals. */
  Path state() {
    return variable("XDG_STATE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() -> variable("HOME").map(home -> Path.of(home, ".local", "state")))
        .map(folder -> folder.resolve(FOLDER))
        .orElse(Path.of(""));
  }

  /** As the XDG Base Directory Specification says: a relative path is to be ignored. */
  private Optional<Path> configuration() {
    return variable("XDG_CONFIG_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() -> variable("HOME").map(home -> Path.of(home, ".config")));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
