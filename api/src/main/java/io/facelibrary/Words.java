package io.facelibrary;

import java.util.Locale;

/** Converts the names of Java constants and environment variables to words with hyphens. */
final class Words {
  private Words() {}

  /** Returns the constant's name as a word, such as {@code quota-exceeded}. */
  static String of(Enum<?> constant) {
    return ofUpperCase(constant.name());
  }

  /** Returns {@code FACES_PER_PERSON} as {@code faces-per-person}. */
  static String ofUpperCase(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns {@code encoder.manifest-url} as {@code ENCODER_MANIFEST_URL}. */
  static String toUpperCase(String setting) {
    return setting.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
