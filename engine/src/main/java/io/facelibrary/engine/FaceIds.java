package io.facelibrary.engine;

import io.facelibrary.FaceId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Issues face ids that look like those of Green: 17 digits, above 2<sup>53</sup>. A program that
 * parses them as a double therefore fails in its tests and not against the cloud service. The ids
 * of a library increase. Libraries start at different ids, so that an id of one library is not
 * valid in another by chance.
 */
public final class FaceIds {
  private static final long FIRST = 10_000_000_000_000_000L;
  private static final long LAST_START = 50_000_000_000_000_000L;

  private final AtomicLong last;

  private FaceIds(long last) {
    this.last = new AtomicLong(last);
  }

  /** Returns the ids of a new library, starting at a random number. */
  public static FaceIds startingAtRandom() {
    return after(randomStart());
  }

  /** Returns the ids of a library that has issued ids up to this number. */
  public static FaceIds after(long last) {
    return new FaceIds(last);
  }

  /** Returns a random number for a new library to start at. */
  public static long randomStart() {
    return ThreadLocalRandom.current().nextLong(FIRST, LAST_START);
  }

  /** Issues an id that is larger than all issued before. */
  public FaceId issue() {
    return FaceId.of(Long.toString(last.incrementAndGet()));
  }
}
