package io.facelibrary.resilience;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt at a call, after it has ended; for listeners. Contains no data of the request or the
 * result: no id, no image, no message.
 *
 * @param operation the operation that was called
 * @param number the number of the attempt within its call, from 1
 * @param waited how long the attempt waited for a permit of its rate limit before it began
 * @param failure how the attempt failed; empty if it succeeded
 * @param next the step that follows
 * @param delay how long the call waits before the next attempt; empty if there is none
 */
public record Attempt(
    Operation operation,
    int number,
    Duration waited,
    Optional<Failure> failure,
    Next next,
    Optional<Duration> delay) {

  /**
   * The failure of an attempt. An exception that is not a {@link
   * io.facelibrary.FaceLibraryException} comes from a library without guard and has the kind {@link
   * ErrorKind#INTERNAL}.
   *
   * @param kind why the attempt failed
   * @param effect whether this attempt may have changed the library
   */
  public record Failure(ErrorKind kind, Effect effect) {}

  /** The step that follows an attempt. */
  public enum Next {
    /** None: the attempt succeeded. */
    DONE,
    /**
     * Another attempt, after the delay. It does not take place if the thread is interrupted, or if
     * no permit is available before the deadline.
     */
    RETRY,
    /**
     * The failure is thrown: repeating the call could do harm or cannot help, or is switched off.
     */
    NOT_REPEATABLE,
    /** The failure is thrown: the call has had the maximum number of attempts. */
    ATTEMPTS_USED_UP,
    /** The failure is thrown: the wait would end after the deadline of the call. */
    DEADLINE,
    /** The failure is thrown: the retry budget of all calls is used up. */
    BUDGET_USED_UP
  }
}
