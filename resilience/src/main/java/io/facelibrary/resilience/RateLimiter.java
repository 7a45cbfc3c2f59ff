package io.facelibrary.resilience;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives at most so many permits in any second, wherever the second begins: a permit is given when
 * the one given that many permits ago is a second old. Callers get them in the order in which they
 * came, as long as none of those gives up.
 *
 * <p>Nobody holds the lock while waiting. A permit counts from the moment it is taken, not from the
 * one it was promised for, so that threads which wake late together do not make a burst with those
 * after them.
 */
final class RateLimiter {
  private static final long SECOND = 1_000_000_000L;

  private final Time time;
  private final Lock lock = new ReentrantLock();

  // When the latest permits were taken, as many as there are in a second; a ring.
  private final long[] taken;
  private int oldest;

  // Those in line are the ones who joined and have not left.
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
   * @param deadline when the permit must be taken at the latest, by the clock
   * @return 0 if it was taken; otherwise how many nanoseconds from now one will be free, which is
   *     known, and answered, without waiting
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

  /** Joins the line and returns the place in it. */
  long join() {
    lock.lock();
    try {
      return joined++;
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the line without a permit. */
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
   * Takes a permit and leaves the line, if there are permits for all who are ahead as well.
   *
   * @return 0 if it was taken, otherwise how many nanoseconds from now to try again
   */
  long tryAcquire(long place) {
    lock.lock();
    try {
      // Read under the lock, or the ring would not be in the order of time.
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
    // Who gave up behind this place, and not at the end, makes the number too small: the order is
    // then a little unfair, and the rate still kept.
    long ahead = Math.max(0, place - left);
    long rounds = ahead / taken.length;
    int permit = (int) ((oldest + ahead % taken.length) % taken.length);
    return Math.max(taken[permit] + SECOND, now) + rounds * SECOND;
  }
}
