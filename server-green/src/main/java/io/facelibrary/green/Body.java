package io.facelibrary.green;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** The body of a request, which comes whenever its client sends it, and in time or not at all. */
final class Body implements Promise.Invocable<byte[]> {
  private final Request request;
  private final Consumer<byte[]> whenWhole;
  private final Consumer<Throwable> otherwise;
  private final AtomicBoolean settled = new AtomicBoolean();
  private volatile Scheduler.@Nullable Task limit;

  Body(Request request, Consumer<byte[]> whenWhole, Consumer<Throwable> otherwise) {
    this.request = request;
    this.whenWhole = whenWhole;
    this.otherwise = otherwise;
  }

  /** Gives up on a body that has not come by then. Most have, and cost no timer. */
  void expectWithin(Duration time) {
    if (settled.get()) {
      return;
    }
    Scheduler.Task task =
        request
            .getComponents()
            .getScheduler()
            .schedule(this::giveUp, time.toMillis(), TimeUnit.MILLISECONDS);
    limit = task;
    if (settled.get()) {
      task.cancel();
    }
  }

  private void giveUp() {
    if (settled.compareAndSet(false, true)) {
      otherwise.accept(new TimeoutException("the body did not come in time"));
    }
  }

  private boolean settle() {
    Scheduler.Task task = limit;
    if (task != null) {
      task.cancel();
    }
    return settled.compareAndSet(false, true);
  }

  @Override
  public void succeeded(byte @Nullable [] content) {
    if (settle()) {
      whenWhole.accept(content == null ? new byte[0] : content);
    }
  }

  @Override
  public void failed(Throwable failure) {
    if (settle()) {
      otherwise.accept(failure);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.BLOCKING;
  }
}
