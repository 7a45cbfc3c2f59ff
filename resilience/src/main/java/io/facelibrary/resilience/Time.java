package io.facelibrary.resilience;

import java.util.concurrent.TimeUnit;

/** What this package knows of time, so that tests need not wait. */
interface Time {
  /** Nanoseconds since some moment; from zero up, never back. */
  long nanos();

  /** Returns after this many nanoseconds, at once if there are none. */
  void sleep(long nanos) throws InterruptedException;

  /** The time of this machine. */
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
