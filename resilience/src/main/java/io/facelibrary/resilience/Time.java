package io.facelibrary.resilience;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The clock and the sleep of this package. Tests replace them, so that they need not wait. */
interface Time {
  /** Returns the nanoseconds since an arbitrary origin. Not negative, and never decreases. */
  long nanos();

  /** Sleeps for a number of nanoseconds. Returns immediately if it is zero. */
  void sleep(long nanos) throws InterruptedException;

  /**
   * Takes a permit of a semaphore, and waits for it if necessary.
   *
   * @param nanos the longest wait
   * @return whether the permit was taken
   */
  default boolean acquire(Semaphore semaphore, long nanos) throws InterruptedException {
    return semaphore.tryAcquire(nanos, TimeUnit.NANOSECONDS);
  }

  /** Returns the time of this machine. */
  static Time ofThisMachine() {
    long start = System.nanoTime();
    return new Time() {
      @Override
      public long nanos() {
        return System.nanoTime() - start;
      }

      @Override
      public void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
      }
    };
  }
}
