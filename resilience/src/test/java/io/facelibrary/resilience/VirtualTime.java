package io.facelibrary.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Virtual time for tests with one thread. It passes only during a sleep. */
final class VirtualTime implements Time {
  final List<Duration> sleeps = new ArrayList<>();
  private long now;
  private long oversleep;
  private int sleepsLeft = Integer.MAX_VALUE;

  /** Advances the time. */
  void pass(Duration span) {
    now += span.toNanos();
  }

  void set(long nanos) {
    now = nanos;
  }

  /** Makes every sleep longer than requested. */
  VirtualTime oversleepingBy(Duration span) {
    oversleep = span.toNanos();
    return this;
  }

  /** Interrupts every sleep after the given number of sleeps. */
  VirtualTime interruptedAfter(int sleeps) {
    sleepsLeft = sleeps;
    return this;
  }

  Duration now() {
    return Duration.ofNanos(now);
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    if (sleepsLeft-- <= 0) {
      throw new InterruptedException("by a test");
    }
    sleeps.add(Duration.ofNanos(nanos));
    now += nanos + oversleep;
  }

  @Override
  public boolean acquire(Semaphore semaphore, long nanos) throws InterruptedException {
    if (semaphore.tryAcquire()) {
      return true;
    }
    sleep(nanos);
    return semaphore.tryAcquire();
  }
}
