package io.facelibrary.inmemory;

import io.facelibrary.FaceId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Issues ids as Green's look: numbers of 17 digits above 2<sup>53</sup>, so that a program which
 * reads them as a double fails in its tests and not in the cloud. They grow, and every library
 * starts elsewhere, so that no id of one library works by luck in another.
 */
final class FaceIds {
  private static final long FIRST = 10_000_000_000_000_000L;
  private static final long LAST_START = 50_000_000_000_000_000L;

  private final AtomicLong next =
      new AtomicLong(ThreadLocalRandom.current().nextLong(FIRST, LAST_START));

  FaceId issue() {
    return FaceId.of(Long.toString(next.getAndIncrement()));
  }
}
