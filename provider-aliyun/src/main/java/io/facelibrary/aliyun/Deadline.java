package io.facelibrary.aliyun;

import java.time.Duration;

/**
 * Ends one exchange when its time is over. Socket time-outs alone do not: a server that sends a
 * byte now and then keeps each of them waiting anew.
 */
final class Deadline {
  private final Deadlines deadlines;
  private final Runnable abort;
  private volatile long end;
  private volatile boolean requestLeft;
  private volatile boolean over;

  Deadline(Deadlines deadlines, Runnable abort, Duration untilRequestLeaves) {
    this.deadlines = deadlines;
    this.abort = abort;
    this.end = System.nanoTime() + untilRequestLeaves.toNanos();
  }

  boolean isDue(long now) {
    return !over && now - end >= 0;
  }

  void end() {
    over = true;
    abort.run();
  }

  /** Notes that the request begins to leave; from now on the time for the answer runs. */
  void requestLeaves(Duration untilAnswered) {
    end = System.nanoTime() + untilAnswered.toNanos();
    requestLeft = true;
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
    deadlines.forget(this);
  }
}
