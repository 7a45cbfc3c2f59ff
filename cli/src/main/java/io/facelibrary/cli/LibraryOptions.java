package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.resilience.ResilientFaceLibrary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose the library. All commands that use a library share them. */
final class LibraryOptions {
  @Option(
      names = {"-p", "--provider"},
      paramLabel = "NAME",
      description = "The provider of the library; see the command providers.")
  private Optional<String> provider = Optional.empty();

  @Option(
      names = {"-s", "--set"},
      paramLabel = "NAME=VALUE",
      description = "Set a setting of the provider, such as encoder=recognition.")
  private List<String> settings = List.of();

  @Option(
      names = "--ask",
      paramLabel = "NAME",
      description = "Ask for a setting at the terminal, without showing the input.")
  private List<String> asked = List.of();

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Read settings from this file. The default is"
              + " $XDG_CONFIG_HOME/face-library/settings.properties.")
  private Optional<Path> file = Optional.empty();

  private Optional<Map<String, String>> resolved = Optional.empty();

  /**
   * Opens the library. Calls are retried and rate-limited as the library requires.
   *
   * @throws InvalidRequestException if a setting is invalid
   */
  FaceLibrary open(CommandContext context) {
    return ResilientFaceLibrary.around(FaceLibraries.open(resolve(context))).build();
  }

  /** Returns the settings of the library, including its provider if one is named. */
  Map<String, String> resolve(CommandContext context) {
    // Only once, so that the user is not asked for a secret twice.
    Map<String, String> known =
        resolved.orElseGet(
            () ->
                CommandSettings.resolve(
                    CommandSettings.PREFIX,
                    SettingsFile.read(file, context.defaultSettings()),
                    context.environment(),
                    commandLine(provider, settings),
                    ask(context, asked)));
    resolved = Optional.of(known);
    return known;
  }

  /**
   * Returns the settings of the command line.
   *
   * @throws InvalidRequestException if one is invalid; the message does not show it, because it may
   *     be a secret
   */
  static Map<String, String> commandLine(Optional<String> provider, List<String> settings) {
    Map<String, String> values = new HashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw InvalidRequestException.of("--set", "must have the form name=value");
      }
      String name = setting.substring(0, equals);
      if (name.equals(FaceLibraries.PROVIDER)) {
        throw InvalidRequestException.of("--set", "cannot set the provider; use --provider");
      }
      if (values.put(name, setting.substring(equals + 1)) != null) {
        throw InvalidRequestException.of(name, "is set twice on the command line");
      }
    }
    provider.ifPresent(name -> values.put(FaceLibraries.PROVIDER, name));
    return values;
  }

  static Map<String, String> ask(CommandContext context, List<String> names) {
    Map<String, String> values = new HashMap<>();
    for (String name : names) {
      String value =
          context
              .terminal()
              .secrets()
              .apply(name)
              .orElseThrow(
                  () ->
                      InvalidRequestException.of(
                          name,
                          "cannot be read without a terminal: set "
                              + CommandSettings.variable(name)
                              + " in the environment, or write it into the settings file"));
      values.put(name, value);
    }
    return values;
  }
}
