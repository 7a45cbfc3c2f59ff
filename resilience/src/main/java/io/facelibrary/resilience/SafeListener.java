package io.facelibrary.resilience;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells the listener, if there is one, of attempts. What a listener throws goes where the thread
 * reports what nobody caught: the call goes on, and the mistake is seen.
 */
final class SafeListener {
  private final Optional<Consumer<? super Attempt>> listener;

  SafeListener(Optional<Consumer<? super Attempt>> listener) {
    this.listener = listener;
  }

  boolean isThere() {
    return listener.isPresent();
  }

  void tell(Attempt attempt) {
    try {
      listener.ifPresent(it -> it.accept(attempt));
    } catch (Exception e) {
      report(e);
    }
  }

  private static void report(Exception mistake) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, mistake);
    } catch (RuntimeException ofTheHandler) {
      // Java ignores these as well when a thread ends.
    }
  }
}
