package io.facelibrary.resilience;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a call, after it has ended; for listeners. Contains no data of the request or the
 * result: no id, no image, no message.
 */
public final class Attempt {
  private final Operation operation;
  private final int number;
  private final Next next;
  private final Duration waited;
  private final Optional<Failure> failure;
  private final Optional<Duration> delay;

  private Attempt(
      Operation operation,
      int number,
      Next next,
      Duration waited,
      Optional<Failure> failure,
      Optional<Duration> delay) {
    this.operation = operation;
    this.number = number;
    this.next = next;
    this.waited = waited;
    this.failure = failure;
    this.delay = delay;
  }

  /**
   * Returns an attempt that waited for nothing, did not fail, and has no delay after it.
   *
   * @param operation the operation that was called
   * @param number the number of the attempt within its call, from 1
   * @param next the step that follows
   * @throws InvalidRequestException if the number is below 1
   */
  public static Attempt of(Operation operation, int number, Next next) {
    return new Attempt(
        Checks.present(operation, "operation"),
        Checks.within(number, "number", 1, Integer.MAX_VALUE),
        Checks.present(next, "next"),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  /** Returns this attempt with the time that it {@link #waited()}. */
  public Attempt withWaited(Duration waited) {
    return new Attempt(operation, number, next, Checks.present(waited, "waited"), failure, delay);
  }

  /** Returns this attempt with a {@link #failure()}. */
  public Attempt withFailure(Failure failure) {
    return new Attempt(
        operation, number, next, waited, Optional.of(Checks.present(failure, "failure")), delay);
  }

  /** Returns this attempt with the {@link #delay()} after it. */
  public Attempt withDelay(Duration delay) {
    return new Attempt(
        operation, number, next, waited, failure, Optional.of(Checks.present(delay, "delay")));
  }

  /** Returns the operation that was called. */
  public Operation operation() {
    return operation;
  }

  /** Returns the number of the attempt within its call, from 1. */
  public int number() {
    return number;
  }

  /** Returns the step that follows. */
  public Next next() {
    return next;
  }

  /**
   * Returns how long the attempt waited before it began: for a permit of its rate limit, and until
   * fewer calls ran at the same time.
   */
  public Duration waited() {
    return waited;
  }

  /** Returns how the attempt failed; empty if it succeeded. */
  public Optional<Failure> failure() {
    return failure;
  }

  /** Returns how long the call waits before the next attempt; empty if there is none. */
  public Optional<Duration> delay() {
    return delay;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attempt that
        && operation == that.operation
        && number == that.number
        && next == that.next
        && waited.equals(that.waited)
        && failure.equals(that.failure)
        && delay.equals(that.delay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(operation, number, next, waited, failure, delay);
  }

  @Override
  public String toString() {
    return "Attempt[operation="
        + operation
        + ", number="
        + number
        + ", next="
        + next
        + ", waited="
        + waited
        + failure.map(it -> ", failure=" + it).orElse("")
        + delay.map(it -> ", delay=" + it).orElse("")
        + "]";
  }

  /**
   * The failure of an attempt. An exception that is not a {@link
   * io.facelibrary.FaceLibraryException} comes from a library without guard and has the kind {@link
   * ErrorKind#INTERNAL}.
   */
  public static final class Failure {
    private final ErrorKind kind;
    private final Effect effect;

    private Failure(ErrorKind kind, Effect effect) {
      this.kind = kind;
      this.effect = effect;
    }

    /**
     * Returns a failure.
     *
     * @param kind why the attempt failed
     * @param effect whether this attempt may have changed the library
     */
    public static Failure of(ErrorKind kind, Effect effect) {
      return new Failure(Checks.present(kind, "kind"), Checks.present(effect, "effect"));
    }

    /** Returns why the attempt failed. */
    public ErrorKind kind() {
      return kind;
    }

    /** Returns whether this attempt may have changed the library. */
    public Effect effect() {
      return effect;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Failure that && kind == that.kind && effect == that.effect;
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, effect);
    }

    @Override
    public String toString() {
      return "Failure[kind=" + kind + ", effect=" + effect + "]";
    }
  }

  /** The step that follows an attempt. New steps may be added. */
  public enum Next {
    /** None: the attempt succeeded. */
    DONE,
    /**
     * Another attempt, after the delay. It does not take place if the thread is interrupted, or if
     * it cannot begin before the deadline.
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
