package io.facelibrary;

import org.jspecify.annotations.Nullable;

/** A text that is never printed, such as a key, a token or a password. */
public final class Secret {
  static final String HIDDEN = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Returns a secret with this value. */
  public static Secret of(String value) {
    return new Secret(Checks.present(value, "secret"));
  }

  /** Returns the value. Pass it only to code that needs it. */
  public String reveal() {
    return value;
  }

  /** Compares the values in a time that does not depend on where they differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && same(value, secret.value);
  }

  private static boolean same(String one, String other) {
    int difference = one.length() ^ other.length();
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      difference |= one.charAt(i) ^ other.charAt(i);
    }
    return difference == 0;
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns {@code ***}. */
  @Override
  public String toString() {
    return HIDDEN;
  }
}
