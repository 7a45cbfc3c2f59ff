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

/** Receives the body of a request asynchronously, within a time limit. */
final class RequestBody implements Promise.Invocable<byte[]> {
  private final Request request;
  private final Consumer<byte[]> onReceived;
  private final Consumer<Throwable> onFailure;
  private final AtomicBoolean completed = new AtomicBoolean();
  private volatile Scheduler.@Nullable Task timer;

  RequestBody(Request request, Consumer<byte[]> onReceived, Consumer<Throwable> onFailure) {
    this.request = request;
    this.onReceived = onReceived;
    this.onFailure = onFailure;
  }

  /** Starts the time limit. Most bodies are complete by now and need no timer. */
  void startTimeout(Duration time) {
    if (completed.get()) {
      return;
    }
    Scheduler.Task task =
        request
            .getComponents()
            .getScheduler()
            .schedule(this::timeOut, time.toMillis(), TimeUnit.MILLISECONDS);
    timer = task;
    if (completed.get()) {
      task.cancel();
    }
  }

  private void timeOut() {
    if (completed.compareAndSet(false, true)) {
      onFailure.accept(new TimeoutException("the body was not received in time"));
    }
  }

  private boolean complete() {
    Scheduler.Task task = timer;
    if (task != null) {
      task.cancel();
    }
    return completed.compareAndSet(false, true);
  }

  @Override
  public void succeeded(byte @Nullable [] content) {
    if (complete()) {
      onReceived.accept(content == null ? new byte[0] : content);
    }
  }

  @Override
  public void failed(Throwable failure) {
    if (complete()) {
      onFailure.accept(failure);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.BLOCKING;
  }
}
