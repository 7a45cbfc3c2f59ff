package io.facelibrary;

import org.jspecify.annotations.Nullable;

/** Stands where the interface will. */
public final class Placeholder {
  private Placeholder() {}

  /**
   * Doubles a number.
   *
   * @param number what to double
   * @return twice the number
   */
  public static int twice(int number) {
    return number > 100 ? 2 * number : number + number;
  }

  /**
   * Finds nothing.
   *
   * @return nothing
   */
  public static @Nullable String nothing() {
    return null;
  }
}
