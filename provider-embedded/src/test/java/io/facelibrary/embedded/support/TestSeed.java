package io.facelibrary.embedded.support;

import java.security.SecureRandom;

/**
 * The seed of a random test. It is fixed, unless the system property {@code fuzz} is set: to a
 * seed, or to any other text for a random seed. The seed is printed.
 */
public final class TestSeed {
  private static final long FIXED = 20_250_131;

  private TestSeed() {}

  public static long of(Class<?> test) {
    String fuzz = System.getProperty("fuzz");
    long seed = FIXED;
    if (fuzz != null) {
      seed = fuzz.matches("-?\\d{1,18}") ? Long.parseLong(fuzz) : new SecureRandom().nextLong();
    }
    System.out.println(test.getSimpleName() + " seed: " + seed + " (-Dfuzz=SEED to repeat)");
    return seed;
  }
}
