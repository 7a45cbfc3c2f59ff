package io.facelibrary.cli;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The request to stop, made by Ctrl-C. Long commands check it between two items, so that no item is
 * left half done. No thread is interrupted, because that would close the files that a library is
 * writing.
 */
final class StopSignal {
  /** The name of the thread that requests the stop and waits for the command. */
  static final String THREAD = "face-library-stop";

  /** How long the process waits for the command after Ctrl-C. A system property, for tests. */
  static final String SECONDS_TO_STOP = "face-library.seconds-to-stop";

  private static final long DEFAULT_SECONDS_TO_STOP = 10;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Optional<String> resumeHint = Optional.empty();

  /** Returns a stop signal that a signal to this process requests, such as SIGINT. */
  static StopSignal ofProcess() {
    StopSignal stopSignal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(stopSignal::requestAndWait, THREAD));
    return stopSignal;
  }

  /** Requests the stop, and gives the command time to stop. */
  private void requestAndWait() {
    request();
    try {
      // After that the process ends in any case, because a person waits for it.
      finished.await(Long.getLong(SECONDS_TO_STOP, DEFAULT_SECONDS_TO_STOP), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Requests the stop. */
  void request() {
    requested.countDown();
  }

  /** Reports that the command has stopped. */
  void finish() {
    finished.countDown();
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Waits for the request, for commands that run until then. */
  void await() {
    try {
      requested.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the command if the stop was requested.
   *
   * @throws FaceLibraryException {@link ErrorKind#INTERRUPTED} if it was
   */
  void check() {
    if (isRequested()) {
      throw FaceLibraryException.of(ErrorKind.INTERRUPTED, Effect.PARTIAL, "stopped");
    }
  }

  /** Sets the sentence to print if the command is stopped: how to resume it. */
  void setResumeHint(String sentence) {
    resumeHint = Optional.of(sentence);
  }

  Optional<String> resumeHint() {
    return resumeHint;
  }
}
