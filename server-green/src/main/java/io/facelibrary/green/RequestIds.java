package io.facelibrary.green;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Generates request ids. They are unique, but not hard to guess. */
final class RequestIds {
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_2 = 0x8000000000000000L;

  private RequestIds() {}

  /** Returns a UUID in upper case, the format of Green. */
  static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xF000L) | VERSION_4;
    long low = (random.nextLong() >>> 2) | VARIANT_2;
    return new UUID(high, low).toString().toUpperCase(Locale.ROOT);
  }

  /** Returns 24 hexadecimal digits in upper case, the format of OSS. */
  static String nextOfOss() {
    return next().replace("-", "").substring(0, 24);
  }
}
