package io.facelibrary.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/** The spelling of enum constants on the command line and in the output. */
final class Words {
  private static final Pattern HYPHEN = Pattern.compile("-(.)");

  private Words() {}

  /** Returns the name in lower case with hyphens, such as {@code already-done}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the name in camel case, as the names of JSON fields: {@code alreadyDone}. */
  static String ofField(Enum<?> constant) {
    return HYPHEN
        .matcher(of(constant))
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
