package io.facelibrary.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps, for tests of one thread. */
final class VirtualTime implements Time {
  final List<Duration> sleeps = new ArrayList<>();
  private long now;
  private long oversleep;
  private int naps = Integer.MAX_VALUE;

  /** Lets time pass. */
  void pass(Duration span) {
    now += span.toNanos();
  }

  void set(long nanos) {
    now = nanos;
  }

  /** Lets every sleep last longer than asked. */
  VirtualTime oversleepingBy(Duration span) {
    oversleep = span.toNanos();
    return this;
  }

  /** Lets every sleep after this many be interrupted. */
  VirtualTime interruptedAfter(int sleeps) {
    naps = sleeps;
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
    if (naps-- <= 0) {
      throw new InterruptedException("by a test");
    }
    sleeps.add(Duration.ofNanos(nanos));
    now += nanos + oversleep;
  }
}
