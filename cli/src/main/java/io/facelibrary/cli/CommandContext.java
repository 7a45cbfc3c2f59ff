package io.facelibrary.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The process context of a command.
 *
 * @param environment the environment variables
 * @param terminal the standard streams
 * @param stopSignal requested by Ctrl-C
 */
record CommandContext(Map<String, String> environment, Terminal terminal, StopSignal stopSignal) {
  private static final String FOLDER = "face-library";

  /** Returns the default settings file; empty if neither XDG_CONFIG_HOME nor HOME is set. */
  Optional<Path> defaultSettings() {
    return configuration().map(folder -> folder.resolve(FOLDER).resolve("settings.properties"));
  }

  /** Returns the folder for data that outlives a command, such as journals. */
  Path state() {
    return variable("XDG_STATE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() -> variable("HOME").map(home -> Path.of(home, ".local", "state")))
        .map(folder -> folder.resolve(FOLDER))
        .orElse(Path.of(""));
  }

  /** Follows the XDG Base Directory Specification: a relative path is ignored. */
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
