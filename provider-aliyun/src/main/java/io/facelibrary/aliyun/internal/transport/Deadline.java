package io.facelibrary.aliyun.internal.transport;

import java.time.Duration;

/**
 * Time limit of one exchange, which also ends when its thread is interrupted.
 *
 * <p>A socket time-out is not enough, because it restarts with each byte. A server that sends a
 * byte now and then would never be timed out. And an interrupt does not end a read of a socket on a
 * platform thread.
 */
final class Deadline {
  private final DeadlineWatcher watcher;
  private final Runnable abort;
  private final Thread caller = Thread.currentThread();
  private volatile long endNanos;
  private volatile boolean requestStarted;
  private volatile boolean expired;

  Deadline(DeadlineWatcher watcher, Runnable abort, Duration untilRequestStarts) {
    this.watcher = watcher;
    this.abort = abort;
    this.endNanos = watcher.now() + untilRequestStarts.toNanos();
  }

  boolean isDue(long now) {
    return !expired && now - endNanos >= 0;
  }

  /** Aborts the exchange because its time is over. */
  void expire() {
    expired = true;
    abort.run();
  }

  /** Aborts the exchange if its thread is interrupted. */
  void abortIfInterrupted() {
    if (caller.isInterrupted()) {
      abort.run();
    }
  }

  /** Notes that bytes of the request are being sent, and restarts the time for the response. */
  void markSending(Duration responseTimeout) {
    endNanos = watcher.now() + responseTimeout.toNanos();
    requestStarted = true;
  }

  /** Returns whether sending the request had begun, so that the service may have received it. */
  boolean isRequestStarted() {
    return requestStarted;
  }

  /** Returns whether this deadline aborted the exchange. */
  boolean isExpired() {
    return expired;
  }

  void cancel() {
    watcher.remove(this);
  }
}
