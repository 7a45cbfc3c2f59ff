package io.facelibrary;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings and resources that a provider opens a library or an encoder with. Names are in lower
 * case with hyphens. A value that is blank counts as absent.
 *
 * <p>A provider reads each setting by its declaration: {@link #get} if the setting has a default or
 * is required, {@link #find} otherwise. Spaces around a number, a duration, a word or a URL are
 * ignored; texts, paths and secrets are taken as they are.
 *
 * <p>A wrong setting is reported as an {@link InvalidRequestException} whose field is the setting's
 * name. No message contains a value, because any value may be a secret that was set under a wrong
 * name.
 */
public final class ProviderSettings {
  private final Map<String, String> values;
  private final String prefix;
  private final Map<Class<?>, Object> resources;
  private final ClassLoader loader;

  private ProviderSettings(
      Map<String, String> values,
      String prefix,
      Map<Class<?>, Object> resources,
      ClassLoader loader) {
    this.values = values;
    this.prefix = prefix;
    this.resources = resources;
    this.loader = loader;
  }

  /**
   * Returns a copy of settings, without resources.
   *
   * @throws InvalidRequestException if a name or value is null
   */
  public static ProviderSettings of(Map<String, String> values) {
    return of(values, Map.of(), FaceLibraries.class.getClassLoader());
  }

  /** Returns a copy of settings, with resources and the loader that finds encoders. */
  static ProviderSettings of(
      Map<String, String> values, Map<Class<?>, Object> resources, ClassLoader loader) {
    Map<String, String> set = copy(values);
    set.values().removeIf(String::isBlank);
    return new ProviderSettings(set, "", Map.copyOf(resources), loader);
  }

  /**
   * Returns the settings that environment variables with a prefix contain. With the prefix {@code
   * FACE_LIBRARY_}, the variable {@code FACE_LIBRARY_FACES_PER_PERSON} is the setting {@code
   * faces-per-person}, and {@code FACE_LIBRARY_ENCODER_MANIFEST} is {@code encoder.manifest}. Names
   * are compared without hyphens, dots, underscores and case. A variable that is blank counts as
   * absent.
   *
   * <p>Kubernetes injects variables for each service, such as {@code
   * FACE_LIBRARY_PORT=tcp://10.0.0.1:80} for a service named {@code face-library}. They are
   * ignored. Any other variable with the prefix must be a known setting, so that a misspelled one
   * is an error.
   *
   * @param prefix the beginning of the variables' names, including the last underscore
   * @param environment variables by name, usually {@link System#getenv()}
   * @param owner the owner of the settings in messages, such as {@code the server}
   * @param known all settings of the owner
   * @return values by the name of the setting; the caller may change the map
   * @throws InvalidRequestException if a variable is not a known setting, or two variables set the
   *     same setting, or a name or value is null
   */
  public static Map<String, String> fromEnvironment(
      String prefix,
      Map<String, String> environment,
      String owner,
      Collection<? extends ProviderSetting<?>> known) {
    Checks.present(owner, "owner");
    return new EnvironmentSettings(prefix, environment)
        .read(KnownSettings.of(owner, "", Checks.copy(known, "known")));
  }

  /** Returns a copy of names and values, none of which may be null. */
  static Map<String, String> copy(Map<String, String> values) {
    Map<String, String> copy = new TreeMap<>();
    Checks.present(values, "settings")
        .forEach(
            (name, value) ->
                copy.put(Checks.present(name, "name of a setting"), Checks.present(value, name)));
    return copy;
  }

  /**
   * Checks all settings at once, and reads the files of secrets. {@link FaceLibraries} does this
   * before a provider opens a library; it is for other programs with settings.
   *
   * @param owner the owner of the settings in messages, such as {@code the server}
   * @param known all settings of the owner
   * @return the settings
   * @throws InvalidRequestException if a setting is unknown, a required one is absent, or a value
   *     breaks a rule. The message about an unknown setting lists the known ones.
   */
  public ProviderSettings checked(String owner, Collection<? extends ProviderSetting<?>> known) {
    KnownSettings names =
        KnownSettings.of(Checks.present(owner, "owner"), prefix, Checks.copy(known, "known"));
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw names.unknown(name);
      }
    }
    Map<String, String> read = new TreeMap<>(values);
    for (ProviderSetting<?> setting : known) {
      if (setting.isSecret()) {
        // Once, because a pipe cannot be read twice.
        text(setting).ifPresent(secret -> read.put(setting.name(), secret));
        read.remove(setting.fileName());
      }
      if (setting.isRequired()) {
        get(setting);
      } else {
        find(setting);
      }
    }
    return new ProviderSettings(read, prefix, resources, loader);
  }

  /**
   * Returns the value of a setting that is required or has a default.
   *
   * @return the value, or else the default
   * @throws InvalidRequestException if the setting is absent and has no default, or the value
   *     breaks the setting's rule
   */
  public <T> T get(ProviderSetting<T> setting) {
    return find(setting)
        .orElseThrow(() -> InvalidRequestException.of(prefix + setting.name(), "must be set"));
  }

  /**
   * Returns the value of an optional setting.
   *
   * @return the value, or else the default; empty if there is neither
   * @throws InvalidRequestException if the value breaks the setting's rule
   */
  public <T> Optional<T> find(ProviderSetting<T> setting) {
    Checks.present(setting, "setting");
    return text(setting)
        .map(text -> setting.parse(prefix + setting.name(), text))
        .or(setting::defaultValue);
  }

  private Optional<String> text(ProviderSetting<?> setting) {
    Optional<String> value = Optional.ofNullable(values.get(setting.name()));
    Optional<String> file =
        setting.isSecret() ? Optional.ofNullable(values.get(setting.fileName())) : Optional.empty();
    if (value.isPresent() && file.isPresent()) {
      throw InvalidRequestException.of(
          prefix + setting.name(), "must not be set together with " + prefix + setting.fileName());
    }
    return value.or(() -> file.map(it -> SecretFile.read(prefix + setting.fileName(), it)));
  }

  /**
   * Returns an object that the program passed with {@link FaceLibraryOpener#resource}. The program
   * owns it: the library does not close it.
   *
   * @param type a type that the provider lists in {@link FaceLibraryProvider#resources}
   */
  public <T> Optional<T> resource(Class<T> type) {
    return Optional.ofNullable(resources.get(Checks.present(type, "type"))).map(type::cast);
  }

  /**
   * Returns the settings whose names begin with a prefix and a dot, without the two. {@code
   * encoder.manifest} under {@code encoder} is {@code manifest}. Exceptions name the full name.
   * Resources are not included.
   */
  public ProviderSettings under(String name) {
    String start = Checks.present(name, "name of a setting") + ".";
    Map<String, String> below = new TreeMap<>();
    values.forEach(
        (full, value) -> {
          if (full.startsWith(start)) {
            below.put(full.substring(start.length()), value);
          }
        });
    return new ProviderSettings(below, prefix + start, Map.of(), loader);
  }

  /** Refuses the first setting, if there is one. */
  void refuseAny(String rule) {
    for (String name : values.keySet()) {
      throw InvalidRequestException.of(prefix + name, rule);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  /** Returns the names without the values. */
  @Override
  public String toString() {
    Map<String, String> hidden = new TreeMap<>();
    values.keySet().forEach(name -> hidden.put(prefix + name, Secret.HIDDEN));
    return "ProviderSettings" + hidden;
  }
}
