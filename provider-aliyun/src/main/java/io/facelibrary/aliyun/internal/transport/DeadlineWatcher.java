package io.facelibrary.aliyun.internal.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Watches the deadlines of all exchanges with one thread, which checks them every ten milliseconds
 * while there are any. A timer per exchange would be woken by every call, which costs more than
 * everything else that this package does for a call.
 */
final class DeadlineWatcher implements AutoCloseable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int TICKS_UNTIL_IDLE = 100;

  private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::watch, "facelibrary-aliyun-deadlines");
  private final AtomicBoolean started = new AtomicBoolean();
  private final LongSupplier nanoTime;
  private volatile boolean idle;
  private volatile boolean closed;

  /**
   * Creates a watcher; its thread starts with the first deadline.
   *
   * @param nanoTime the time in nanoseconds, as {@link System#nanoTime()} returns it
   */
  DeadlineWatcher(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    thread.setDaemon(true);
  }

  long now() {
    return nanoTime.getAsLong();
  }

  /**
   * Starts the deadline of an exchange of the current thread.
   *
   * @param abort aborts the exchange
   * @param untilRequestStarts the time limit until the request begins to be sent
   */
  Deadline start(Runnable abort, Duration untilRequestStarts) {
    Deadline deadline = new Deadline(this, abort, untilRequestStarts);
    running.add(deadline);
    if (!started.get() && started.compareAndSet(false, true)) {
      thread.start();
    }
    // Read after adding: the thread sets idle first, and then looks once more for a deadline.
    if (idle) {
      LockSupport.unpark(thread);
    }
    return deadline;
  }

  void remove(Deadline deadline) {
    running.remove(deadline);
  }

  private void watch() {
    int quietTicks = 0;
    while (!closed) {
      LockSupport.parkNanos(this, TICK);
      long now = now();
      for (Deadline deadline : running) {
        if (deadline.isDue(now)) {
          deadline.expire();
        } else {
          deadline.abortIfInterrupted();
        }
      }
      quietTicks = running.isEmpty() ? quietTicks + 1 : 0;
      if (quietTicks == TICKS_UNTIL_IDLE) {
        quietTicks = 0;
        awaitDeadline();
      }
    }
  }

  private void awaitDeadline() {
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
