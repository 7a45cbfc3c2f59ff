package io.facelibrary.green;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The spelling of enum constants in settings and JSON, such as {@code drop-after}. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns {@code drop-after} as {@code DROP_AFTER}. */
  static String toUpperCase(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Returns the words of all constants, sorted. */
  static Set<String> all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Words::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the constant with this word; empty if there is none. */
  static <T extends Enum<T>> Optional<T> parse(Class<T> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(it -> of(it).equals(word)).findFirst();
  }
}
