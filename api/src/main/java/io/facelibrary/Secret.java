package io.facelibrary;

import org.jspecify.annotations.Nullable;

/** A text that has no printable form: a key, a token, a password. */
public final class Secret {
  static final String HIDDEN = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Returns a secret of this value. */
  public static Secret of(String value) {
    return new Secret(Checks.present(value, "secret"));
  }

  /** Returns the value, to hand to whoever needs it and to nobody else. */
  public String reveal() {
    return value;
  }

  /** Compares in a time that does not depend on where the values differ. */
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
