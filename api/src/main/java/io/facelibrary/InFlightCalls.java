package io.facelibrary;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Lets calls in until it is shut, and lets the one who shuts it wait for those inside.
 *
 * <p>Callers are counted in stripes a cache line apart, so that threads do not slow each other. A
 * caller leaves by the stripe it came in by; so a stripe that reads zero after the gate was shut
 * holds nobody, and never will again.
 */
final class InFlightCalls {
  private static final int STRIPES = 16;
  private static final int APART = 16; // longs: two cache lines, as hardware fetches pairs

  private final AtomicLongArray inside = new AtomicLongArray((STRIPES + 1) * APART);
  private volatile boolean shut;

  /**
   * Lets the calling thread in.
   *
   * @return what to leave with
   * @throws InvalidRequestException if the gate is shut
   */
  int enter() {
    if (shut) {
      // Counted, those who come late would keep the one who shuts it from ever seeing it empty.
      throw refusal();
    }
    int stripe = stripe();
    inside.incrementAndGet(stripe);
    if (shut) {
      leave(stripe);
      throw refusal();
    }
    return stripe;
  }

  private static InvalidRequestException refusal() {
    return InvalidRequestException.of("library", "must not be used after it was closed");
  }

  void leave(int stripe) {
    inside.decrementAndGet(stripe);
    if (shut) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /**
   * Shuts the gate and waits until nobody is inside.
   *
   * @return whether this call was the one that shut it; the others wait as well
   */
  synchronized boolean shut() {
    boolean first = !shut;
    shut = true;
    boolean interrupted = false;
    while (!isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Freeing what a running call uses would break that call; the wait ends with its time-out.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return first;
  }

  private boolean isEmpty() {
    for (int i = 1; i <= STRIPES; i++) {
      if (inside.get(i * APART) != 0) {
        return false;
      }
    }
    return true;
  }

  private static int stripe() {
    long id = Thread.currentThread().getId();
    int mixed = (int) ((id * 0x9E3779B97F4A7C15L) >>> 60);
    return (mixed + 1) * APART;
  }
}
