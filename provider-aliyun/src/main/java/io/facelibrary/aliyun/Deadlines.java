package io.facelibrary.aliyun;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches over the deadlines of exchanges with one thread, which looks at them every ten
 * milliseconds while there are any. A timer for each would be woken by every call, which costs more
 * than the rest of what is done here for it.
 */
final class Deadlines implements AutoCloseable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int TICKS_UNTIL_IDLE = 100;

  private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::watch, "facelibrary-aliyun-deadlines");
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean idle;
  private volatile boolean closed;

  Deadlines() {
    thread.setDaemon(true);
  }

  /**
   * Starts the time of an exchange.
   *
   * @param abort ends the exchange
   * @param untilRequestLeaves how long it may take until the request begins to leave
   */
  Deadline start(Runnable abort, Duration untilRequestLeaves) {
    Deadline deadline = new Deadline(this, abort, untilRequestLeaves);
    running.add(deadline);
    if (!started.get() && started.compareAndSet(false, true)) {
      thread.start();
    }
    // Read after the adding, as the thread looks for one after it said that it is idle.
    if (idle) {
      LockSupport.unpark(thread);
    }
    return deadline;
  }

  void forget(Deadline deadline) {
    running.remove(deadline);
  }

  private void watch() {
    int quiet = 0;
    while (!closed) {
      LockSupport.parkNanos(this, TICK);
      long now = System.nanoTime();
      for (Deadline deadline : running) {
        if (deadline.isDue(now)) {
          deadline.end();
        }
      }
      quiet = running.isEmpty() ? quiet + 1 : 0;
      if (quiet == TICKS_UNTIL_IDLE) {
        quiet = 0;
        waitForOne();
      }
    }
  }

  private void waitForOne() {
    idle = true;
    while (running.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    idle = false;
  }

  /** Ends the thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
