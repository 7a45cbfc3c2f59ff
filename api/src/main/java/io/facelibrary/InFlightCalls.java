package io.facelibrary;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the running calls of a library. {@link #close()} refuses further calls and waits until the
 * running ones have ended.
 *
 * <p>The counter is striped, with the stripes a cache line apart, to avoid contention between
 * threads. A call decrements the stripe that it incremented. A stripe that reads zero after closing
 * therefore has no running call and will never have one again.
 */
final class InFlightCalls {
  private static final int STRIPES = 16;
  private static final int STRIDE = 16; // longs: two cache lines, because hardware fetches pairs

  private final AtomicLongArray counts = new AtomicLongArray((STRIPES + 1) * STRIDE);
  private volatile boolean closed;

  /**
   * Counts a call that begins.
   *
   * @return the stripe to pass to {@link #leave}
   * @throws InvalidRequestException after closing
   */
  int enter() {
    if (closed) {
      // Not counted: otherwise a stream of late callers could keep close() waiting forever.
      throw refusal();
    }
    int stripe = stripeOf(Thread.currentThread().getId());
    counts.incrementAndGet(stripe);
    if (closed) {
      leave(stripe);
      throw refusal();
    }
    return stripe;
  }

  private static InvalidRequestException refusal() {
    return InvalidRequestException.of("library", "must not be used after it was closed");
  }

  /**
   * Counts a call that ends.
   *
   * @param stripe the stripe that {@link #enter} returned
   */
  void leave(int stripe) {
    counts.decrementAndGet(stripe);
    if (closed) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /**
   * Refuses further calls and waits until no call is running.
   *
   * @return true for the first call of this method; later calls wait as well
   */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    boolean interrupted = false;
    while (!isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Keep waiting: running calls still use the resources that closing releases. Their own
        // time-outs bound the wait.
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
      if (counts.get(i * STRIDE) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Distributes consecutive thread ids evenly over the stripes. */
  static int stripeOf(long threadId) {
    int mixed = (int) ((threadId * 0x9E3779B97F4A7C15L) >>> 60);
    return (mixed + 1) * STRIDE;
  }
}
