package io.facelibrary.resilience;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notifies the listener, if there is one, of attempts. An exception of the listener is passed to
 * the thread's handler for uncaught exceptions, and the call continues.
 */
final class SafeListener {
  private final Optional<Consumer<? super Attempt>> listener;

  SafeListener(Optional<Consumer<? super Attempt>> listener) {
    this.listener = listener;
  }

  boolean isPresent() {
    return listener.isPresent();
  }

  void onAttempt(Attempt attempt) {
    try {
      listener.ifPresent(it -> it.accept(attempt));
    } catch (Exception e) {
      report(e);
    }
  }

  private static void report(Exception exception) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, exception);
    } catch (RuntimeException ofTheHandler) {
      // Ignored, as Java does when a thread ends.
    }
  }
}
