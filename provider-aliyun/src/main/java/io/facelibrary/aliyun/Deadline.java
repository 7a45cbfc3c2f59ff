package io.facelibrary.aliyun;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends one exchange when its time is over. Socket time-outs alone do not: a server that sends a
 * byte now and then keeps each of them waiting anew.
 */
final class Deadline {
  private final ScheduledThreadPoolExecutor timer;
  private final Runnable abort;
  private Future<?> pending;
  private volatile boolean requestLeft;
  private volatile boolean over;

  Deadline(ScheduledThreadPoolExecutor timer, Runnable abort, Duration untilRequestLeaves) {
    this.timer = timer;
    this.abort = abort;
    this.pending = scheduled(untilRequestLeaves);
  }

  private Future<?> scheduled(Duration time) {
    return timer.schedule(this::end, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void end() {
    over = true;
    abort.run();
  }

  /** Notes that the request begins to leave; from now on the time for the answer runs. */
  void requestLeaves(Duration untilAnswered) {
    requestLeft = true;
    pending.cancel(false);
    pending = scheduled(untilAnswered);
  }

  /** Tells whether the request had begun to leave, so that the service may have got it. */
  boolean hasRequestLeft() {
    return requestLeft;
  }

  /** Tells whether the exchange was ended here. */
  boolean isOver() {
    return over;
  }

  void cancel() {
    pending.cancel(false);
  }
}
