package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.InvalidRequestException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings to open a library with: those of the command line win over the environment, and the
 * environment over the settings file. The settings of one provider are no settings of another, so
 * naming another provider than a source does drops what that source says.
 */
final class CommandSettings {
  private static final String PREFIX = "FACE_LIBRARY_";

  private CommandSettings() {}

  static Map<String, String> resolve(
      Map<String, String> file, Map<String, String> environment, Map<String, String> commandLine) {
    commandLine.keySet().forEach(CommandSettings::refuseSecret);
    return over(over(file, fromEnvironment(environment)), commandLine);
  }

  /** A command line is seen by every user of the machine and kept in the shell's history. */
  private static void refuseSecret(String name) {
    if (name.endsWith("secret") || name.endsWith("token") || name.endsWith("password")) {
      throw InvalidRequestException.of(
          name, "is a secret: set it in the environment or the settings file");
    }
  }

  private static Map<String, String> over(Map<String, String> weaker, Map<String, String> winner) {
    Optional<String> named = Optional.ofNullable(weaker.get(FaceLibraries.PROVIDER));
    String chosen = winner.get(FaceLibraries.PROVIDER);
    boolean same = chosen == null || named.isEmpty() || named.get().equals(chosen);
    Map<String, String> merged = new TreeMap<>(same ? weaker : Map.of());
    merged.putAll(winner);
    return merged;
  }

  private static Map<String, String> fromEnvironment(Map<String, String> environment) {
    Map<String, String> settings = new TreeMap<>();
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(PREFIX)) {
            String name = variable.substring(PREFIX.length());
            settings.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), value);
          }
        });
    return settings;
  }
}
