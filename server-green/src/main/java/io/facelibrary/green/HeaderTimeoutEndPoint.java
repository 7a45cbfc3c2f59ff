package io.facelibrary.green;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is closed if request line and headers take too long. The time is measured from
 * the first byte of the request or of the TLS handshake. Jetty itself only has an idle time-out,
 * which a client that sends byte by byte never exceeds.
 */
final class HeaderTimeoutEndPoint extends SocketChannelEndPoint {
  private final Scheduler scheduler;
  private final Executor executor;
  private final long timeoutNanos;
  private final LongSupplier nanoTime;
  // One timer per connection instead of per request: when it fires, it schedules itself again.
  private final AtomicBoolean isTimerScheduled = new AtomicBoolean();
  private volatile boolean isWaitingForHeaders = true;
  private volatile boolean areHeadersStarted;
  private volatile long startedAt;
  private volatile Scheduler.@Nullable Task timer;

  HeaderTimeoutEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Executor executor,
      Duration headerTimeout,
      LongSupplier nanoTime) {
    super(channel, selector, key, scheduler);
    this.scheduler = scheduler;
    this.executor = executor;
    this.timeoutNanos = headerTimeout.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * Records that the headers of this request were received. The next wait starts after the reply.
   */
  static void headersReceived(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    if (endPoint instanceof EndPoint.Wrapper encrypted) {
      endPoint = encrypted.unwrap();
    }
    if (endPoint instanceof HeaderTimeoutEndPoint plain) {
      plain.isWaitingForHeaders = false;
      plain.areHeadersStarted = false;
      request.addHttpStreamWrapper(plain::waitAfter);
    }
  }

  private HttpStream waitAfter(HttpStream stream) {
    return new HttpStream.Wrapper(stream) {
      @Override
      public void succeeded() {
        // Set before Jetty reads the next request.
        isWaitingForHeaders = true;
        super.succeeded();
      }
    };
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    int filled = super.fill(buffer);
    if (filled > 0 && isWaitingForHeaders && !areHeadersStarted) {
      startedAt = nanoTime.getAsLong();
      areHeadersStarted = true;
      if (isTimerScheduled.compareAndSet(false, true)) {
        startTimer(timeoutNanos);
      }
    }
    return filled;
  }

  private void startTimer(long nanos) {
    timer = scheduler.schedule(this::checkTimeout, nanos, TimeUnit.NANOSECONDS);
    if (!isOpen()) {
      cancelTimer();
    }
  }

  /** A pending timer would keep the closed connection in memory, where no limit counts it. */
  private void cancelTimer() {
    Scheduler.Task task = timer;
    if (task != null) {
      task.cancel();
    }
  }

  @Override
  public void onClose(@Nullable Throwable failure) {
    super.onClose(failure);
    cancelTimer();
  }

  private void checkTimeout() {
    if (!isOpen()) {
      return;
    }
    if (!areHeadersStarted) {
      isTimerScheduled.set(false);
      // Headers may have started in between and found the timer still scheduled.
      if (!areHeadersStarted || !isTimerScheduled.compareAndSet(false, true)) {
        return;
      }
    }
    long left = timeoutNanos - (nanoTime.getAsLong() - startedAt);
    if (left > 0) {
      startTimer(left);
    } else {
      executor.execute(this::close);
    }
  }
}
