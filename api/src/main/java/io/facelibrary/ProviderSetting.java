package io.facelibrary;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declaration of a setting: its name, its meaning, its type, its range and its default. One
 * declaration gives the check of the value, the help text and the secrecy.
 *
 * <pre>{@code
 * static final ProviderSetting<Duration> CONNECT_TIMEOUT =
 *     ProviderSetting.duration("connect-timeout", "the time limit for opening a connection")
 *         .between(Duration.ofMillis(1), Duration.ofMinutes(10))
 *         .orElse(Duration.ofSeconds(3));
 *
 * Duration time = settings.get(CONNECT_TIMEOUT);
 * }</pre>
 *
 * <p>Immutable. A setting is optional unless it is {@link #required()}.
 *
 * @param <T> the type of the value
 */
public final class ProviderSetting<T> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
  private static final String FILE_SUFFIX = "-file";

  private final String name;
  private final String description;
  private final SettingKind<T> kind;
  private final Optional<T> fallback;
  private final boolean isRequired;
  private final boolean isSecret;

  private ProviderSetting(
      String name,
      String description,
      SettingKind<T> kind,
      Optional<T> fallback,
      boolean isRequired,
      boolean isSecret) {
    this.name = name;
    this.description = description;
    this.kind = kind;
    this.fallback = fallback;
    this.isRequired = isRequired;
    this.isSecret = isSecret;
  }

  private static <T> ProviderSetting<T> of(String name, String meaning, SettingKind<T> kind) {
    if (!NAME.matcher(Checks.present(name, "name")).matches()) {
      throw InvalidRequestException.ofValue(
          "name", "must consist of lower-case words, digits, hyphens and dots");
    }
    return new ProviderSetting<>(
        name, Checks.present(meaning, "meaning"), kind, Optional.empty(), false, false);
  }

  /**
   * Declares a text, which is taken as it is.
   *
   * @param name the name, in lower case with hyphens, such as {@code access-key-id}
   * @param meaning the meaning, without range and default, such as {@code the id of the key}
   */
  public static ProviderSetting<String> text(String name, String meaning) {
    return of(name, meaning, SettingKind.text());
  }

  /**
   * Declares a secret. It is never displayed. Its value can also be the content of a file, which
   * the setting {@link #fileName()} names.
   */
  public static ProviderSetting<Secret> secret(String name, String meaning) {
    ProviderSetting<Secret> setting = of(name, meaning, SettingKind.secret());
    return new ProviderSetting<>(
        name, setting.description, setting.kind, Optional.empty(), false, true);
  }

  /**
   * Declares a duration, written as {@code 250ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code 1d}
   * or in ISO 8601 ({@code PT5S}).
   */
  public static ProviderSetting<Duration> duration(String name, String meaning) {
    return of(name, meaning, SettingKind.duration());
  }

  /** Declares a whole number that is an {@code int}. */
  public static ProviderSetting<Integer> integer(String name, String meaning) {
    return of(name, meaning, SettingKind.integer());
  }

  /** Declares a whole number that is a {@code long}. */
  public static ProviderSetting<Long> longInteger(String name, String meaning) {
    return of(name, meaning, SettingKind.longInteger());
  }

  /** Declares a finite decimal number, with a point. */
  public static ProviderSetting<Double> decimal(String name, String meaning) {
    return of(name, meaning, SettingKind.decimal());
  }

  /** Declares {@code true} or {@code false}; false unless set. */
  public static ProviderSetting<Boolean> flag(String name, String meaning) {
    return of(name, meaning, SettingKind.flag()).orElse(false);
  }

  /** Declares one of several words. */
  public static ProviderSetting<String> oneOf(String name, String meaning, String... words) {
    return of(name, meaning, SettingKind.words(Checks.listOf(words, "words")));
  }

  /** Declares one of the constants of a type, written as {@code lower-case-words}. */
  public static <E extends Enum<E>> ProviderSetting<E> oneOf(
      String name, String meaning, Class<E> constants) {
    return of(name, meaning, SettingKind.constants(Checks.present(constants, "constants")));
  }

  /**
   * Declares an absolute URL with a host and without user information, query and fragment. Secrets
   * have settings of their own.
   *
   * @param schemes the allowed schemes, in lower case
   */
  public static ProviderSetting<URI> uri(String name, String meaning, String... schemes) {
    return of(name, meaning, SettingKind.uri(Checks.listOf(schemes, "schemes")));
  }

  /** Declares the path of a file or folder. Whether it exists is not checked. */
  public static ProviderSetting<Path> path(String name, String meaning) {
    return of(name, meaning, SettingKind.path());
  }

  /**
   * Declares a setting of another type.
   *
   * @param rule the rule of the values, such as {@code must be a regular expression}
   * @param parser throws {@link IllegalArgumentException} for a text that breaks the rule; its
   *     message is not used, because it may contain the value
   */
  public static <T> ProviderSetting<T> parsed(
      String name, String meaning, String rule, Function<String, T> parser) {
    return of(
        name,
        meaning,
        SettingKind.of("TEXT", "", Checks.present(rule, "rule"), Checks.present(parser, "parser")));
  }

  /**
   * Returns this setting with a range, for numbers and durations.
   *
   * @param min the least value
   * @param max the greatest value
   * @throws InvalidRequestException if the values of this type have no order, or the range is empty
   */
  public ProviderSetting<T> between(T min, T max) {
    Checks.present(min, "min");
    Checks.present(max, "max");
    Comparator<T> order =
        kind.order()
            .orElseThrow(() -> InvalidRequestException.ofValue(name, "must not have a range"));
    if (order.compare(min, max) > 0) {
      throw InvalidRequestException.ofValue("min", "must not be greater than max");
    }
    return new ProviderSetting<>(
        name, description, kind.between(min, max, order), fallback, isRequired, isSecret);
  }

  /**
   * Returns this setting with a default, which is not checked against the range.
   *
   * @throws InvalidRequestException if the setting is a secret or required
   */
  public ProviderSetting<T> orElse(T value) {
    if (isSecret || isRequired) {
      throw InvalidRequestException.ofValue(name, "must not have a default");
    }
    return new ProviderSetting<>(
        name, description, kind, Optional.of(Checks.present(value, "value")), false, false);
  }

  /** Returns this setting, which must be set. It has no default. */
  public ProviderSetting<T> required() {
    return new ProviderSetting<>(name, description, kind, Optional.empty(), true, isSecret);
  }

  /** Returns this setting under a prefix: {@code manifest} under {@code encoder}. */
  ProviderSetting<T> under(String prefix) {
    return new ProviderSetting<>(
        prefix + "." + name, description, kind, fallback, isRequired, isSecret);
  }

  /** Returns the name, in lower case with hyphens. */
  public String name() {
    return name;
  }

  /** Returns the name of the setting that names a file with the value, for a secret. */
  public String fileName() {
    return name + FILE_SUFFIX;
  }

  /**
   * Returns the meaning, the range and the default, such as {@code the time limit for opening a
   * connection; 1ms to 10m; 3s unless set}.
   */
  public String meaning() {
    String absent =
        defaultText().map(it -> it + " unless set").orElse(isRequired ? "required" : "");
    return Stream.of(description, kind.range(), absent)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Returns the type of the value for a help page, such as {@code NUMBER}; empty for a flag. */
  public String placeholder() {
    return kind.placeholder();
  }

  /** Returns the default as it is written in settings; empty if there is none. */
  public Optional<String> defaultText() {
    return fallback.map(kind.format());
  }

  /** Returns whether the setting must be set. */
  public boolean isRequired() {
    return isRequired;
  }

  /** Returns whether the value must not be displayed, nor typed where other people can see it. */
  public boolean isSecret() {
    return isSecret;
  }

  /** Returns the default; empty if there is none. */
  public Optional<T> defaultValue() {
    return fallback;
  }

  /**
   * Checks a value that was not read from settings, such as one that a builder receives.
   *
   * @return the value
   * @throws InvalidRequestException if the value breaks the rule of the setting; the field is the
   *     name
   */
  public T check(T value) {
    parse(name, kind.format().apply(Checks.present(value, name)));
    return value;
  }

  /**
   * Parses a value.
   *
   * @param field the full name of the setting, for the exception
   * @throws InvalidRequestException if the text breaks the rule of the setting
   */
  T parse(String field, String text) {
    try {
      return kind.parser().apply(text);
    } catch (SettingKind.BrokenRuleException e) {
      throw InvalidRequestException.of(field, e.rule());
    } catch (IllegalArgumentException e) {
      // Not as a cause: the messages of parsers quote the value.
      throw InvalidRequestException.of(field, kind.rule());
    }
  }

  /** Returns the names of the settings and of the files with secrets. */
  static List<String> names(List<? extends ProviderSetting<?>> settings) {
    List<String> names = new ArrayList<>();
    for (ProviderSetting<?> setting : settings) {
      names.add(setting.name());
      if (setting.isSecret()) {
        names.add(setting.fileName());
      }
    }
    return names;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return "ProviderSetting[" + name + "]";
  }
}
