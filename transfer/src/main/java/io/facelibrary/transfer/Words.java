package io.facelibrary.transfer;

import java.util.Locale;

/** The spelling of enum constants in files. */
final class Words {
  private Words() {}

  /** Returns the name in lower case with hyphens, such as {@code already-done}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
