package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings to open a library with: those of the command line win over the environment, and the
 * environment over the settings file. The settings of one provider are no settings of another, so a
 * source that names another provider than the one chosen is dropped.
 */
final class CommandSettings {
  private static final String PREFIX = "FACE_LIBRARY_";

  private CommandSettings() {}

  /**
   * Returns the settings, with the provider among them if any source names one.
   *
   * @param commandLine what everybody on the machine may have seen
   * @param asked what was typed without being shown; wins over all
   * @param providers those there are, which know what is secret
   * @throws InvalidRequestException if a secret is on the command line, or two variables set one
   *     setting
   */
  static Map<String, String> resolve(
      Map<String, String> file,
      Map<String, String> environment,
      Map<String, String> commandLine,
      Map<String, String> asked,
      List<FaceLibraryProvider> providers) {
    List<Map<String, String>> sources =
        List.of(file, ProviderSettings.fromEnvironment(PREFIX, environment), commandLine, asked);
    Optional<String> chosen =
        sources.stream()
            .map(source -> source.get(FaceLibraries.PROVIDER))
            .filter(Objects::nonNull)
            .reduce((weaker, stronger) -> stronger);
    commandLine.keySet().stream()
        .filter(name -> isSecret(name, chosen, providers))
        .forEach(CommandSettings::refuse);
    Map<String, String> settings = new TreeMap<>();
    sources.stream().filter(source -> belongsTo(chosen, source)).forEach(settings::putAll);
    return settings;
  }

  /** The variable that sets a setting. */
  static String variable(String setting) {
    return PREFIX + setting.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static boolean belongsTo(Optional<String> chosen, Map<String, String> source) {
    Optional<String> named = Optional.ofNullable(source.get(FaceLibraries.PROVIDER));
    return named.isEmpty() || named.equals(chosen);
  }

  /** A provider that does not tell its settings is not trusted to have no secret. */
  private static boolean isSecret(
      String name, Optional<String> chosen, List<FaceLibraryProvider> providers) {
    Stream<ProviderSetting> told =
        providers.stream()
            .filter(provider -> chosen.isEmpty() || chosen.get().equals(provider.name()))
            .flatMap(provider -> provider.settings().stream());
    return told.filter(setting -> setting.name().equals(name))
        .findFirst()
        .map(ProviderSetting::isSecret)
        .orElseGet(() -> soundsSecret(name));
  }

  private static boolean soundsSecret(String name) {
    return name.endsWith("secret") || name.endsWith("token") || name.endsWith("password");
  }

  /** A command line is seen by every user of the machine and kept in the shell's history. */
  private static void refuse(String name) {
    throw InvalidRequestException.of(
        name,
        "is a secret, which others see on a command line: set "
            + variable(name)
            + " in the environment, write it into the settings file, or have it asked for with"
            + " --ask "
            + name);
  }
}
