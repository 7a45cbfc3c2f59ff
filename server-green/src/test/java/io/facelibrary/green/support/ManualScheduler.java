package io.facelibrary.green.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** A scheduler in virtual time, which advances only when a test says so. */
public final class ManualScheduler extends AbstractLifeCycle implements Scheduler {
  private static final long MAX_WAIT_MILLIS = 120_000;

  private final List<Timer> timers = new ArrayList<>();
  private long now;

  @Override
  public synchronized Task schedule(Runnable task, long delay, TimeUnit unit) {
    Timer timer = new Timer(now + unit.toNanos(delay), task);
    timers.add(timer);
    notifyAll();
    return timer;
  }

  /** Returns the virtual time. */
  public synchronized long nanoTime() {
    return now;
  }

  /** Advances the virtual time and runs the timers that are due. */
  public void advance(Duration duration) {
    List<Timer> due;
    synchronized (this) {
      now += duration.toNanos();
      due = timers.stream().filter(timer -> timer.time <= now).toList();
      timers.removeAll(due);
      notifyAll();
    }
    due.forEach(timer -> timer.task.run());
  }

  /** Waits until this many timers are pending. */
  public synchronized void awaitPending(int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAX_WAIT_MILLIS);
    while (timers.size() != count) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(timers.size() + " timers are pending instead of " + count);
      }
      wait(left);
    }
  }

  private synchronized boolean remove(Timer timer) {
    boolean removed = timers.remove(timer);
    notifyAll();
    return removed;
  }

  private final class Timer implements Task {
    private final long time;
    private final Runnable task;

    private Timer(long time, Runnable task) {
      this.time = time;
      this.task = task;
    }

    @Override
    public boolean cancel() {
      return remove(this);
    }
  }
}
