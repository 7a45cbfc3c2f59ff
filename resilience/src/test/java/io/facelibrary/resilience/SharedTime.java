package io.facelibrary.resilience;

import java.util.PriorityQueue;

/**
 * Virtual time for many threads. It stands still while any of them runs. When all of them sleep, it
 * jumps to the earliest time at which one wakes.
 */
final class SharedTime implements Time {
  private final PriorityQueue<Long> wakes = new PriorityQueue<>();
  private long now;
  private int running;

  /** Creates the time of a number of threads, all of which run. */
  SharedTime(int threads) {
    running = threads;
  }

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleep(long nanos) throws InterruptedException {
    long until = now + nanos;
    wakes.add(until);
    rest();
    while (now < until) {
      wait();
    }
  }

  /** Declares that the calling thread ends. */
  synchronized void leave() {
    rest();
  }

  private void rest() {
    running--;
    if (running == 0 && !wakes.isEmpty()) {
      now = Math.max(now, wakes.peek());
      // They count as running now, whenever the machine schedules them.
      while (!wakes.isEmpty() && wakes.peek() <= now) {
        wakes.remove();
        running++;
      }
      notifyAll();
    }
  }
}
