package io.facelibrary.inmemory;

import io.facelibrary.Placeholder;

/** Stands where the provider will. */
public final class InMemory {
  private InMemory() {}

  /**
   * Four times.
   *
   * @param number what to multiply
   * @return four times the number
   */
  public static int fourTimes(int number) {
    return Placeholder.twice(Placeholder.twice(number));
  }
}
