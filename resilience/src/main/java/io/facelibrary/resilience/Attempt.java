package io.facelibrary.resilience;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt at a call, when it has ended; for listeners. Holds nothing of the request and of the
 * answer: no id, no picture, no message.
 *
 * @param operation what was called
 * @param number which attempt of its call this was, from 1
 * @param waited how long the attempt waited for a permit of its rate limit before it began
 * @param failure how it failed; empty if it succeeded
 * @param next what comes after it
 * @param delay how long the call now waits before the next attempt; empty if there is none
 */
public record Attempt(
    Operation operation,
    int number,
    Duration waited,
    Optional<Failure> failure,
    Next next,
    Optional<Duration> delay) {

  /**
   * How an attempt failed. What is no {@link io.facelibrary.FaceLibraryException}, and so comes
   * from a library without guard, counts as {@link ErrorKind#INTERNAL}.
   *
   * @param kind why
   * @param effect whether this attempt may have changed the library
   */
  public record Failure(ErrorKind kind, Effect effect) {}

  /** What comes after an attempt. */
  public enum Next {
    /** Nothing: it succeeded. */
    DONE,
    /**
     * Another attempt, after the delay. It may still not take place: when the thread is
     * interrupted, or when no permit is free before the deadline.
     */
    RETRY,
    /**
     * The failure is thrown: repeating the call could do harm or cannot help, or is switched off.
     */
    NOT_REPEATABLE,
    /** The failure is thrown: this was the last attempt that a call may have. */
    ATTEMPTS_USED_UP,
    /** The failure is thrown: the wait would have passed the deadline of the call. */
    DEADLINE,
    /** The failure is thrown: other calls have used up the budget for retries. */
    BUDGET_USED_UP
  }
}
