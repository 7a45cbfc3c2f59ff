package io.facelibrary.testkit;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets two threads that come by at about the same time go on together: makes a race likely. */
final class Meeting {
  private final Exchanger<Boolean> exchanger = new Exchanger<>();

  /** Waits for another thread, but not for long: there may be none. */
  void waitForAnother() {
    try {
      exchanger.exchange(true, 20, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // alone; then there is no race this time
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
