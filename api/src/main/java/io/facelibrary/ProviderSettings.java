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
 * The settings that a provider opens a library with: names in lower case with hyphens, values as
 * text. Whatever is wrong is an {@link InvalidRequestException} whose field is the setting's name;
 * no value is ever shown, since any could be a secret in the wrong place.
 */
public final class ProviderSettings {
  private final Map<String, String> values;

  private ProviderSettings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Copies settings.
   *
   * @throws InvalidRequestException if a name or value is null
   */
  public static ProviderSettings of(Map<String, String> values) {
    return new ProviderSettings(copy(values));
  }

  /** Copies names and values, of which none may be null. */
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
   * @throws InvalidRequestException if there is one; it lists the known ones
   */
  public void allowOnly(Set<String> known) {
    Checks.present(known, "known");
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw InvalidRequestException.of(
            name, "is no setting of this provider; it knows " + new TreeSet<>(known));
      }
    }
  }

  /**
   * Returns a text.
   *
   * @return empty if it is not set
   * @throws InvalidRequestException if it is blank
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
   * Returns a text that must be set.
   *
   * @throws InvalidRequestException if it is not set or blank
   */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> InvalidRequestException.of(name, "must be set"));
  }

  /**
   * Returns one of several words.
   *
   * @return empty if it is not set
   * @throws InvalidRequestException if it is another word
   */
  public Optional<String> oneOf(String name, Set<String> words) {
    Optional<String> value = text(name);
    if (value.isPresent() && !words.contains(value.get())) {
      throw InvalidRequestException.of(name, "must be one of " + new TreeSet<>(words));
    }
    return value;
  }

  /**
   * Returns a switch.
   *
   * @return false if it is not set
   * @throws InvalidRequestException if it is neither {@code true} nor {@code false}
   */
  public boolean isOn(String name) {
    return oneOf(name, Set.of("true", "false")).map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * Returns a whole number.
   *
   * @return empty if it is not set
   * @throws InvalidRequestException if it is no whole number from {@code min} to {@code max}
   */
  public OptionalInt integer(String name, int min, int max) {
    OptionalLong value = longInteger(name, min, max);
    return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  /**
   * Returns a whole number that may be large.
   *
   * @return empty if it is not set
   * @throws InvalidRequestException if it is no whole number from {@code min} to {@code max}
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
   * Returns a duration, written as {@code 250ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code 1d} or
   * as ISO 8601 ({@code PT5S}).
   *
   * @return empty if it is not set
   * @throws InvalidRequestException if it is no duration from {@code min} to {@code max}
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
   * Returns an address.
   *
   * @param schemes the schemes that the provider takes, in lower case
   * @return empty if it is not set
   * @throws InvalidRequestException if it is no absolute URI of one of the schemes with a host, or
   *     holds user information, a query or a fragment: secrets have settings of their own
   */
  public Optional<URI> uri(String name, Set<String> schemes) {
    String rule = "must be an address with a host and one of the schemes " + new TreeSet<>(schemes);
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
            name, "must not hold user information, a query or a fragment");
      }
    }
    return value;
  }

  /**
   * Returns a secret.
   *
   * @return empty if it is not set
   * @throws InvalidRequestException if it is blank
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

  /** Parsers quote what they cannot read, so their exceptions are dropped and not even a cause. */
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

  /** Shows the names only. */
  @Override
  public String toString() {
    Map<String, String> hidden = new TreeMap<>();
    values.keySet().forEach(name -> hidden.put(name, Secret.HIDDEN));
    return "ProviderSettings" + hidden;
  }
}
