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

/**
 * The settings to open a library with. The command line overrides the environment, and the
 * environment overrides the settings file. Settings of one provider do not apply to another, so a
 * source that names a provider other than the chosen one is ignored.
 */
final class CommandSettings {
  /** The prefix of the variables of most commands. */
  static final String PREFIX = "FACE_LIBRARY_";

  private CommandSettings() {}

  /**
   * Returns the settings, including the provider if a source names one.
   *
   * @param prefix the prefix of the variables that are settings
   * @param commandLine the settings of the command line, which every user of the machine can see
   * @param asked typed at the terminal without being shown; overrides all others
   * @throws InvalidRequestException if a secret is on the command line, or two variables set one
   *     setting
   */
  static Map<String, String> resolve(
      String prefix,
      Map<String, String> file,
      Map<String, String> environment,
      Map<String, String> commandLine,
      Map<String, String> asked) {
    List<Map<String, String>> sources =
        List.of(file, ProviderSettings.fromEnvironment(prefix, environment), commandLine, asked);
    Optional<String> chosen =
        sources.stream()
            .map(source -> source.get(FaceLibraries.PROVIDER))
            .filter(Objects::nonNull)
            .reduce((weaker, stronger) -> stronger);
    List<FaceLibraryProvider> providers = FaceLibraries.providers();
    commandLine.keySet().stream()
        .filter(name -> isSecret(name, chosen, providers))
        .forEach(name -> refuse(prefix, name));
    Map<String, String> settings = new TreeMap<>();
    sources.stream().filter(source -> belongsTo(chosen, source)).forEach(settings::putAll);
    return settings;
  }

  /** Returns the variable that sets a setting, for most commands. */
  static String variable(String setting) {
    return variable(PREFIX, setting);
  }

  private static String variable(String prefix, String setting) {
    return prefix + setting.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static boolean belongsTo(Optional<String> chosen, Map<String, String> source) {
    Optional<String> named = Optional.ofNullable(source.get(FaceLibraries.PROVIDER));
    return named.isEmpty() || named.equals(chosen);
  }

  private static boolean isSecret(
      String name, Optional<String> chosen, List<FaceLibraryProvider> providers) {
    return providers.stream()
        .filter(provider -> chosen.isEmpty() || chosen.get().equals(provider.name()))
        .flatMap(provider -> provider.settings().stream())
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .map(ProviderSetting::isSecret)
        .orElseGet(() -> hasSecretName(name));
  }

  /** A setting that no provider declares may still be a secret. */
  private static boolean hasSecretName(String name) {
    return name.endsWith("secret") || name.endsWith("token") || name.endsWith("password");
  }

  /** Every user of the machine can see a command line, and shells keep it in their history. */
  private static void refuse(String prefix, String name) {
    String variable = variable(prefix, name);
    String rule = "is a secret, and others can see it on the command line: set " + variable;
    throw InvalidRequestException.of(
        name,
        prefix.equals(PREFIX)
            ? rule + " in the environment, write it into the settings file, or use --ask " + name
            : rule + " in the environment, or write it into the settings file");
  }
}
