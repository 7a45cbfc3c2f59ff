package io.facelibrary.testkit;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The seeds of random calls. They are the same in every run, unless the system property {@code
 * fuzz} is set. A number is then the seed of every round, and any other value gives random seeds. A
 * failure prints its seed.
 */
final class Seeds {
  private static final String FUZZ = "fuzz";
  private static final long FIXED = 20_261_128;

  private Seeds() {}

  /** Returns the seed of this round. */
  static long of(int round) {
    return of(round, System.getProperty(FUZZ, "off"));
  }

  static long of(int round, String fuzz) {
    if (fuzz.equals("off")) {
      return FIXED + round;
    }
    return fuzz.matches("-?\\d+") ? Long.parseLong(fuzz) : ThreadLocalRandom.current().nextLong();
  }
}
