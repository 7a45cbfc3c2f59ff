package io.facelibrary.cli;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, which long commands ask for between two items, so that none is left half done. No thread
 * is interrupted: that would close the files that a library is writing.
 */
final class StopSignal {
  private static final long SECONDS_TO_STOP = 10;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Optional<String> howToResume = Optional.empty();

  /** Returns one that the signals to this process request. */
  static StopSignal ofProcess() {
    StopSignal interruption = new StopSignal();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(interruption::requestAndWait, "face-library-stop"));
    return interruption;
  }

  /** Asks the command to stop, and gives it time to. */
  private void requestAndWait() {
    request();
    try {
      // When time is up the process ends all the same: whoever pressed Ctrl-C is waiting.
      finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks the command to stop. */
  void request() {
    requested.countDown();
  }

  /** Says that the command has stopped. */
  void finish() {
    finished.countDown();
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Waits for Ctrl-C, for commands that last until then. */
  void await() {
    try {
      requested.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends a command that was asked to stop.
   *
   * @throws FaceLibraryException {@link ErrorKind#INTERRUPTED} if it was
   */
  void check() {
    if (isRequested()) {
      throw FaceLibraryException.of(ErrorKind.INTERRUPTED, Effect.PARTIAL, "stopped");
    }
  }

  /** Sets what to tell who stops the command: a sentence that says how to go on. */
  void tellWhenStopped(String sentence) {
    howToResume = Optional.of(sentence);
  }

  Optional<String> howToResume() {
    return howToResume;
  }
}
