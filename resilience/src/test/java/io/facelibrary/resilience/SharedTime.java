package io.facelibrary.resilience;

import java.util.PriorityQueue;

/**
 * Virtual time for many threads: it stands still while one of them is at work and jumps to the next
 * who wants to wake when all of them sleep.
 */
final class SharedTime implements Time {
  private final PriorityQueue<Long> wakes = new PriorityQueue<>();
  private long now;
  private int atWork;

  /** Makes the time of so many threads, none of which sleeps. */
  SharedTime(int threads) {
    atWork = threads;
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

  /** Says that the calling thread will neither work nor sleep any more. */
  synchronized void leave() {
    rest();
  }

  private void rest() {
    atWork--;
    if (atWork == 0 && !wakes.isEmpty()) {
      now = Math.max(now, wakes.peek());
      // They are at work from now on, not from when the machine gets round to running them.
      while (!wakes.isEmpty() && wakes.peek() <= now) {
        wakes.remove();
        atWork++;
      }
      notifyAll();
    }
  }
}
