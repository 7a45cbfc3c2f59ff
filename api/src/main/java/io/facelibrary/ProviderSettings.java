package io.facelibrary;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The settings that a provider opens a library with. Names are in lower case with hyphens, values
 * are text.
 *
 * <p>A wrong setting is reported as an {@link InvalidRequestException} whose field is the setting's
 * name. No message contains a value, because any value may be a secret that was set under a wrong
 * name.
 */
public final class ProviderSettings {
  private final Map<String, String> values;

  private ProviderSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Returns a copy of settings.
   *
   * @throws InvalidRequestException if a name or value is null
   */
  public static ProviderSettings of(Map<String, String> values) {
    return new ProviderSettings(copy(values));
  }

  /**
   * Returns the settings that environment variables with a prefix contain. With the prefix {@code
   * FACE_LIBRARY_}, the variable {@code FACE_LIBRARY_FACES_PER_PERSON} is the setting {@code
   * faces-per-person}. Other variables are ignored.
   *
   * @param prefix the beginning of the variables' names, including the last underscore
   * @param environment variables by name, usually {@link System#getenv()}
   * @return values by the name of the setting; the caller may change the map
   * @throws InvalidRequestException if two variables set the same setting, or a name or value is
   *     null
   */
  public static Map<String, String> fromEnvironment(
      String prefix, Map<String, String> environment) {
    Checks.present(prefix, "prefix");
    Map<String, String> settings = new TreeMap<>();
    copy(Checks.present(environment, "environment"))
        .forEach(
            (variable, value) -> {
              if (variable.startsWith(prefix)) {
                String setting = Words.ofUpperCase(variable.substring(prefix.length()));
                if (settings.putIfAbsent(setting, value) != null) {
                  throw InvalidRequestException.of(setting, "is set by two variables");
                }
              }
            });
    return settings;
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
   * Refuses settings that the provider does not know.
   *
   * @param known the names of all settings that the provider knows
   * @throws InvalidRequestException if an unknown setting is set; the message lists the known ones
   */
  public void allowOnly(Set<String> known) {
    Checks.present(known, "known");
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw InvalidRequestException.of(
            name, "is not a setting of this provider; its settings are " + new TreeSet<>(known));
      }
    }
  }

  /**
   * Returns a setting as text.
   *
   * @return the value; empty if the setting is absent
   * @throws InvalidRequestException if the value is blank
   */
  public Optional<String> text(String name) {
    Optional<String> value =
        Optional.ofNullable(values.get(Checks.present(name, "name of a setting")));
    if (value.isPresent() && value.get().isBlank()) {
      throw InvalidRequestException.of(name, "must not be blank");
    }
    return value;
  }

  /**
   * Returns a mandatory setting as text.
   *
   * @throws InvalidRequestException if the setting is absent or blank
   */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> InvalidRequestException.of(name, "must be set"));
  }

  /**
   * Returns a setting that must be one of several words.
   *
   * @return the word; empty if the setting is absent
   * @throws InvalidRequestException if the value is not one of the words
   */
  public Optional<String> oneOf(String name, Set<String> words) {
    Optional<String> value = text(name);
    if (value.isPresent() && !words.contains(value.get())) {
      throw InvalidRequestException.of(name, "must be one of " + new TreeSet<>(words));
    }
    return value;
  }

  /**
   * Returns a setting that is {@code true} or {@code false}.
   *
   * @return the value; false if the setting is absent
   * @throws InvalidRequestException if the value is neither {@code true} nor {@code false}
   */
  public boolean isOn(String name) {
    return oneOf(name, Set.of("true", "false")).map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * Returns a setting that is an {@code int}.
   *
   * @return the value; empty if the setting is absent
   * @throws InvalidRequestException if the value is not a whole number from {@code min} to {@code
   *     max}
   */
  public OptionalInt integer(String name, int min, int max) {
    OptionalLong value = longInteger(name, min, max);
    return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  /**
   * Returns a setting that is a {@code long}.
   *
   * @return the value; empty if the setting is absent
   * @throws InvalidRequestException if the value is not a whole number from {@code min} to {@code
   *     max}
   */
  public OptionalLong longInteger(String name, long min, long max) {
    String rule = "must be a whole number from " + min + " to " + max;
    Optional<Long> value = text(name).map(parsed(name, rule, Long::parseLong));
    if (value.isPresent() && (value.get() < min || value.get() > max)) {
      throw InvalidRequestException.of(name, rule);
    }
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /**
   * Returns a setting that is a duration, written as {@code 250ms}, {@code 5s}, {@code 2m}, {@code
   * 1h}, {@code 1d} or in ISO 8601 ({@code PT5S}).
   *
   * @return the value; empty if the setting is absent
   * @throws InvalidRequestException if the value is not a duration from {@code min} to {@code max}
   */
  public Optional<Duration> duration(String name, Duration min, Duration max) {
    String rule = "must be a duration such as 250ms, 5s or 2m, from " + min + " to " + max;
    Optional<Duration> value = text(name).map(parsed(name, rule, Durations::parse));
    if (value.isPresent() && (value.get().compareTo(min) < 0 || value.get().compareTo(max) > 0)) {
      throw InvalidRequestException.of(name, rule);
    }
    return value;
  }

  /**
   * Returns a setting that is a URL.
   *
   * @param schemes the schemes that the provider accepts, in lower case
   * @return the value; empty if the setting is absent
   * @throws InvalidRequestException if the value is not an absolute URI with a host and one of the
   *     schemes, or contains user information, a query or a fragment. Secrets have settings of
   *     their own.
   */
  public Optional<URI> uri(String name, Set<String> schemes) {
    String rule = "must be a URL with a host and one of the schemes " + new TreeSet<>(schemes);
    Optional<URI> value = text(name).map(parsed(name, rule, ProviderSettings::toUri));
    if (value.isPresent()) {
      URI uri = value.get();
      boolean known = uri.getScheme() != null && schemes.contains(lower(uri.getScheme()));
      if (!known || uri.getHost() == null) {
        throw InvalidRequestException.of(name, rule);
      }
      if (uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        throw InvalidRequestException.of(
            name, "must not contain user information, a query or a fragment");
      }
    }
    return value;
  }

  /**
   * Returns a setting that is a secret.
   *
   * @return the value; empty if the setting is absent
   * @throws InvalidRequestException if the value is blank
   */
  public Optional<Secret> secret(String name) {
    return text(name).map(Secret::of);
  }

  private static String lower(String scheme) {
    return scheme.toLowerCase(Locale.ROOT);
  }

  private static URI toUri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Drops the exceptions of parsers, even as a cause, because their messages quote the value. */
  private static <T> Function<String, T> parsed(
      String name, String rule, Function<String, T> parser) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        throw InvalidRequestException.of(name, rule);
      }
    };
  }

  /** Returns the names without the values. */
  @Override
  public String toString() {
    Map<String, String> hidden = new TreeMap<>();
    values.keySet().forEach(name -> hidden.put(name, Secret.HIDDEN));
    return "ProviderSettings" + hidden;
  }
}
