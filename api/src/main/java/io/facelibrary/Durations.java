package io.facelibrary;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations in settings. */
final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final long MAX_SHORT = 999_999_999;
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private Durations() {}

  /**
   * Parses {@code 250ms}, {@code 5s} and similar texts, or ISO 8601.
   *
   * @throws IllegalArgumentException if the text has neither format
   */
  static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text);
    if (matcher.matches()) {
      ChronoUnit unit = UNITS.getOrDefault(matcher.group(2), ChronoUnit.SECONDS);
      return Duration.of(Long.parseLong(matcher.group(1)), unit);
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Returns the shortest text that {@link #parse} parses, such as {@code 10m}. */
  static String format(Duration duration) {
    long millis;
    try {
      millis = duration.toMillis();
    } catch (ArithmeticException e) {
      return duration.toString();
    }
    if (!Duration.ofMillis(millis).equals(duration) || millis < 0) {
      return duration.toString();
    }
    if (millis == 0) {
      return "0s";
    }
    for (String unit : List.of("d", "h", "m", "s")) {
      long size = UNITS.getOrDefault(unit, ChronoUnit.SECONDS).getDuration().toMillis();
      if (millis % size == 0 && millis / size <= MAX_SHORT) {
        return millis / size + unit;
      }
    }
    return millis <= MAX_SHORT ? millis + "ms" : duration.toString();
  }
}
