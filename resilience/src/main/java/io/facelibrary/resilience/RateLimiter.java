package io.facelibrary.resilience;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits the permits in every interval of one second, wherever the interval begins (sliding window
 * log). With a rate of N, a permit is available one second after the Nth most recent permit was
 * taken. Callers obtain permits in the order of their arrival, unless a waiting caller gives up.
 *
 * <p>No thread holds the lock while it waits. A permit counts from the time at which it is taken,
 * not from the time for which it was planned. Threads that wake late therefore do not form a burst
 * with the threads behind them.
 */
final class RateLimiter {
  private static final long SECOND = 1_000_000_000L;

  private final Time time;
  private final Lock lock = new ReentrantLock();

  // The times at which the latest permits were taken, one second's worth, as a ring buffer.
  private final long[] taken;
  private int oldest;

  // The waiting callers are those that joined the queue and have not left it.
  private long joined;
  private long left;

  RateLimiter(int permitsPerSecond, Time time) {
    this.time = time;
    this.taken = new long[permitsPerSecond];
    Arrays.fill(taken, -SECOND);
  }

  /**
   * Waits for a permit and takes it.
   *
   * @param deadline the latest time at which to take the permit, in nanoseconds of the clock
   * @return 0 if a permit was taken. Otherwise the nanoseconds until one is available, which exceed
   *     the deadline; the method then returns without waiting.
   */
  long acquire(long deadline) throws InterruptedException {
    long place = join();
    long wait = tryAcquire(place);
    while (wait > 0) {
      if (wait > deadline - time.nanos()) {
        leave(place);
        return wait;
      }
      try {
        time.sleep(wait);
      } catch (InterruptedException e) {
        leave(place);
        throw e;
      }
      wait = tryAcquire(place);
    }
    return 0;
  }

  /** Joins the queue and returns the place in it. */
  long join() {
    lock.lock();
    try {
      return joined++;
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the queue without a permit. */
  void leave(long place) {
    lock.lock();
    try {
      if (place == joined - 1) {
        joined--;
      } else {
        left++;
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a permit and leaves the queue, if enough permits are available for the callers ahead,
   * too.
   *
   * @return 0 if a permit was taken, otherwise the nanoseconds until the next try
   */
  long tryAcquire(long place) {
    lock.lock();
    try {
      // Read under the lock, so that the ring buffer is in the order of time.
      long now = time.nanos();
      long free = freeAt(place, now);
      if (free > now) {
        return free - now;
      }
      taken[oldest] = now;
      oldest = (oldest + 1) % taken.length;
      left++;
      return 0;
    } finally {
      lock.unlock();
    }
  }

  private long freeAt(long place, long now) {
    // Callers behind this place that gave up, except at the end of the queue, are counted in
    // "left".
    // "ahead" is then too small: the order is slightly unfair, and the rate is still kept.
    long ahead = Math.max(0, place - left);
    long rounds = ahead / taken.length;
    int permit = (int) ((oldest + ahead % taken.length) % taken.length);
    return Math.max(taken[permit] + SECOND, now) + rounds * SECOND;
  }
}
