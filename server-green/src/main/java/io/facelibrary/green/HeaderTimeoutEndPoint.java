package io.facelibrary.green;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The end of a connection that is closed when the head of a request takes too long. The time runs
 * from the first byte, that of a handshake included, since Jetty itself only knows silence.
 */
final class HeaderTimeoutEndPoint extends SocketChannelEndPoint {
  private final Scheduler timers;
  private final Executor threads;
  private final long headNanos;
  // One timer a connection, not one a request: it looks again when the head it saw has come.
  private final AtomicBoolean isWatched = new AtomicBoolean();
  private volatile boolean isHeadDue = true;
  private volatile boolean isHeadBegun;
  private volatile long begun;
  private volatile Scheduler.@Nullable Task watching;

  HeaderTimeoutEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler timers,
      Executor threads,
      Duration head) {
    super(channel, selector, key, timers);
    this.timers = timers;
    this.threads = threads;
    this.headNanos = head.toNanos();
  }

  /** Says that the head of this request has come; the next one is due when it is answered. */
  static void headHasCome(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    if (endPoint instanceof EndPoint.Wrapper encrypted) {
      endPoint = encrypted.unwrap();
    }
    if (endPoint instanceof HeaderTimeoutEndPoint punctual) {
      punctual.isHeadDue = false;
      punctual.isHeadBegun = false;
      request.addHttpStreamWrapper(punctual::dueAfter);
    }
  }

  private HttpStream dueAfter(HttpStream stream) {
    return new HttpStream.Wrapper(stream) {
      @Override
      public void succeeded() {
        // Before Jetty reads on.
        isHeadDue = true;
        super.succeeded();
      }
    };
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    int filled = super.fill(buffer);
    if (filled > 0 && isHeadDue && !isHeadBegun) {
      begun = NanoTime.now();
      isHeadBegun = true;
      if (isWatched.compareAndSet(false, true)) {
        watch(headNanos);
      }
    }
    return filled;
  }

  private void watch(long nanos) {
    watching = timers.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    if (!isOpen()) {
      unwatch();
    }
  }

  /** A timer keeps all that belongs to its connection in memory, for which no limit would count. */
  private void unwatch() {
    Scheduler.Task task = watching;
    if (task != null) {
      task.cancel();
    }
  }

  @Override
  public void onClose(@Nullable Throwable failure) {
    super.onClose(failure);
    unwatch();
  }

  private void look() {
    if (!isOpen()) {
      return;
    }
    if (!isHeadBegun) {
      isWatched.set(false);
      // A head may have begun in between, and seen that it was watched.
      if (!isHeadBegun || !isWatched.compareAndSet(false, true)) {
        return;
      }
    }
    long left = headNanos - NanoTime.since(begun);
    if (left > 0) {
      watch(left);
    } else {
      threads.execute(this::close);
    }
  }
}
