package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** The prefix of the variables of the source of a migration. */
  static final String SOURCE_PREFIX = PREFIX + "FROM_";

  /** The prefix of the variables of the target of a migration. */
  static final String TARGET_PREFIX = PREFIX + "TO_";

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
    Map<String, String> variables = ownVariables(prefix, environment);
    Optional<String> inEnvironment = named(variables, variable(prefix, FaceLibraries.PROVIDER));
    Optional<String> chosen =
        named(asked, FaceLibraries.PROVIDER)
            .or(() -> named(commandLine, FaceLibraries.PROVIDER))
            .or(() -> inEnvironment)
            .or(() -> named(file, FaceLibraries.PROVIDER));
    List<FaceLibraryProvider> providers = FaceLibraries.providers();
    Map<String, String> fromVariables =
        inEnvironment.isEmpty() || inEnvironment.equals(chosen)
            ? ProviderSettings.fromEnvironment(
                prefix,
                variables,
                chosen.map(name -> "the provider " + name).orElse("any provider"),
                known(chosen, providers))
            : Map.of();
    List<Map<String, String>> sources = List.of(file, fromVariables, commandLine, asked);
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
    return prefix + setting.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }

  /** Leaves out the variables of the two sides of a migration, which other commands do not use. */
  private static Map<String, String> ownVariables(String prefix, Map<String, String> environment) {
    Map<String, String> variables = new TreeMap<>(environment);
    if (prefix.equals(PREFIX)) {
      variables
          .keySet()
          .removeIf(name -> name.startsWith(SOURCE_PREFIX) || name.startsWith(TARGET_PREFIX));
    }
    return variables;
  }

  private static Optional<String> named(Map<String, String> source, String name) {
    return Optional.ofNullable(source.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  /** Returns the settings of the chosen provider, or of all if none is known to be chosen. */
  private static Collection<ProviderSetting<?>> known(
      Optional<String> chosen, List<FaceLibraryProvider> providers) {
    Map<String, ProviderSetting<?>> known = new TreeMap<>();
    known.put(FaceLibraries.PROVIDER, ProviderSetting.text(FaceLibraries.PROVIDER, "the provider"));
    boolean isInstalled = providers.stream().anyMatch(it -> chosen.equals(Optional.of(it.name())));
    providers.stream()
        .filter(provider -> !isInstalled || chosen.equals(Optional.of(provider.name())))
        .flatMap(provider -> FaceLibraries.settings(provider).stream())
        .forEach(setting -> known.putIfAbsent(setting.name(), setting));
    return known.values();
  }

  private static boolean belongsTo(Optional<String> chosen, Map<String, String> source) {
    Optional<String> named = named(source, FaceLibraries.PROVIDER);
    return named.isEmpty() || named.equals(chosen);
  }

  private static boolean isSecret(
      String name, Optional<String> chosen, List<FaceLibraryProvider> providers) {
    return providers.stream()
        .filter(provider -> chosen.isEmpty() || chosen.get().equals(provider.name()))
        .flatMap(provider -> FaceLibraries.settings(provider).stream())
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .map(setting -> setting.isSecret())
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
            ? rule
                + " in the environment, write it into the settings file, name a file that contains"
                + " it by "
                + name
                + "-file, or use --ask "
                + name
            : rule
                + " in the environment, write it into the settings file, or name a file that"
                + " contains it by "
                + name
                + "-file");
  }
}
