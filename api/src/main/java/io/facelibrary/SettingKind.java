package io.facelibrary;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The type of a setting: how its text is parsed, formatted and described.
 *
 * @param placeholder the type of value in a help page, such as {@code NUMBER}
 * @param range the allowed values in a help page; may be empty
 * @param rule the rule that a wrong value breaks
 * @param parser throws {@link IllegalArgumentException} if the text breaks the rule
 * @param format returns the text of a value
 * @param order compares values; empty if they have no order
 */
record SettingKind<T>(
    String placeholder,
    String range,
    String rule,
    Function<String, T> parser,
    Function<T, String> format,
    Optional<Comparator<T>> order) {

  /** A broken rule that is not the rule of the type. */
  static final class BrokenRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String rule;

    BrokenRuleException(String rule) {
      super(rule);
      this.rule = rule;
    }

    String rule() {
      return rule;
    }
  }

  static SettingKind<String> text() {
    return of("TEXT", "", "", Function.identity());
  }

  static SettingKind<Secret> secret() {
    return new SettingKind<>(
        "SECRET", "", "", Secret::of, unused -> Secret.HIDDEN, Optional.empty());
  }

  static SettingKind<Path> path() {
    return of("PATH", "", "must be a valid path on this machine", Path::of);
  }

  static SettingKind<Integer> integer() {
    return ordered("NUMBER", "must be a whole number", Integer::valueOf, Object::toString);
  }

  static SettingKind<Long> longInteger() {
    return ordered("NUMBER", "must be a whole number", Long::valueOf, Object::toString);
  }

  static SettingKind<Double> decimal() {
    return ordered("NUMBER", "must be a number", SettingKind::parseDecimal, SettingKind::format);
  }

  static SettingKind<Duration> duration() {
    return ordered(
        "TIME", "must be a duration (250ms, 5s, 2m)", Durations::parse, Durations::format);
  }

  static SettingKind<Boolean> flag() {
    SettingKind<Boolean> words = words("", List.of(true, false), value -> Boolean.toString(value));
    // Without a range: a help page states the default, and the meaning states the effect.
    return new SettingKind<>("", "", words.rule, words.parser, words.format, Optional.empty());
  }

  static SettingKind<String> words(List<String> words) {
    return words("WORD", words, Function.identity());
  }

  static <E extends Enum<E>> SettingKind<E> constants(Class<E> type) {
    return words("WORD", Arrays.asList(type.getEnumConstants()), Words::of);
  }

  static SettingKind<URI> uri(List<String> schemes) {
    return of(
        "URL",
        alternatives(schemes),
        "must be a URL with a host and one of the schemes " + schemes,
        text -> parseUri(text.strip(), schemes));
  }

  /** A type with a parser of its own; {@code rule} is the rule of all texts that it refuses. */
  static <T> SettingKind<T> of(
      String placeholder, String range, String rule, Function<String, T> parser) {
    return new SettingKind<>(placeholder, range, rule, parser, Object::toString, Optional.empty());
  }

  /** Limits the values. The type must have an order. */
  SettingKind<T> between(T min, T max, Comparator<T> comparator) {
    String rule =
        this.rule
            + (isUnbounded(max)
                ? " of at least " + format.apply(min)
                : " from " + format.apply(min) + " to " + format.apply(max));
    return new SettingKind<>(
        placeholder,
        isUnbounded(max)
            ? "at least " + format.apply(min)
            : format.apply(min) + " to " + format.apply(max),
        rule,
        text -> {
          T value = parser.apply(text);
          if (comparator.compare(value, min) < 0 || comparator.compare(value, max) > 0) {
            throw new IllegalArgumentException(rule);
          }
          return value;
        },
        format,
        order);
  }

  private static boolean isUnbounded(Object max) {
    return max.equals(Integer.MAX_VALUE) || max.equals(Long.MAX_VALUE);
  }

  private static <T extends Comparable<T>> SettingKind<T> ordered(
      String placeholder, String rule, Function<String, T> parser, Function<T, String> format) {
    return new SettingKind<>(
        placeholder,
        "",
        rule,
        text -> parser.apply(text.strip()),
        format,
        Optional.of(Comparator.naturalOrder()));
  }

  private static <T> SettingKind<T> words(
      String placeholder, List<T> values, Function<T, String> word) {
    List<String> words = values.stream().map(word).toList();
    return new SettingKind<>(
        placeholder,
        alternatives(words),
        "must be one of " + words,
        text -> {
          int index = words.indexOf(text.strip());
          if (index < 0) {
            throw new IllegalArgumentException("no such word");
          }
          return values.get(index);
        },
        word,
        Optional.empty());
  }

  /** Returns {@code a, b or c}. */
  private static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static Double parseDecimal(String text) {
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not finite");
    }
    return value;
  }

  private static String format(Double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString(value.longValue())
        : value.toString();
  }

  private static URI parseUri(String text, List<String> schemes) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
    boolean known =
        uri.getScheme() != null && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    if (!known || uri.getHost() == null) {
      throw new IllegalArgumentException("no host or another scheme");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new BrokenRuleException("must not contain user information, a query or a fragment");
    }
    return uri;
  }
}
