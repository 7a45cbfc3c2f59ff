package io.facelibrary.inmemory;

import io.facelibrary.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of capabilities in settings, such as {@code named-groups}. */
final class CapabilityWords {
  private CapabilityWords() {}

  /** Returns the names of all capabilities. */
  static String all() {
    return Arrays.stream(Capability.values())
        .map(CapabilityWords::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(Capability capability) {
    return capability.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Parses names that are separated by commas.
   *
   * @throws IllegalArgumentException if a name is not that of a capability
   */
  static List<Capability> parse(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(CapabilityWords::one).toList();
  }

  /** Accepts the spelling of the constants, too. */
  private static Capability one(String text) {
    String word = text.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(Capability.values())
        .filter(it -> word(it).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a capability"));
  }
}
