package io.facelibrary.testkit;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets two parallel calls proceed together, so that they race. */
final class Meeting {
  private final Exchanger<Boolean> exchanger = new Exchanger<>();
  private final Thread testThread = Thread.currentThread();

  /** Waits for a call of another thread. Calls of the thread that opened the library run alone. */
  void waitForAnother() {
    if (Thread.currentThread() == testThread) {
      return;
    }
    try {
      exchanger.exchange(true, 100, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // No other thread calls: the tasks of this test make different numbers of calls.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
