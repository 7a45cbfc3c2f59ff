package io.facelibrary.testkit;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Seeds of the random calls of the contract. They are the same in every run, unless the system
 * property {@code fuzz} is {@code true}. A failure prints its seed.
 */
final class Seeds {
  private static final long FIXED = 0x5EED_0F_FACE5L;

  private Seeds() {}

  /** Returns the seed of this round. */
  static long of(int round) {
    return Boolean.getBoolean("fuzz") ? ThreadLocalRandom.current().nextLong() : FIXED + round;
  }
}
