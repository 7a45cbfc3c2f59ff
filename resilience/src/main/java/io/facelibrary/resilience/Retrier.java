package io.facelibrary.resilience;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.resilience.Attempt.Failure;
import io.facelibrary.resilience.Attempt.Next;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a call, and repeats it as long as the rules allow, each attempt with a permit. */
final class Retrier {
  private final Rules rules;
  private final Map<Operation, RateLimiter> limiters;
  private final RetryBudget budget;
  private final Backoff backoff;
  private final SafeListener listener;
  private final Time time;

  /**
   * The rules of every call.
   *
   * @param maxAttempts the maximum number of attempts of a call, including the first one
   * @param deadline the time from the beginning of a call after which no attempt begins
   * @param neverRepeated the operations with only one attempt
   */
  record Rules(int maxAttempts, Duration deadline, Set<Operation> neverRepeated) {}

  Retrier(
      Rules rules,
      Map<Operation, RateLimiter> limiters,
      RetryBudget budget,
      Backoff backoff,
      SafeListener listener,
      Time time) {
    this.rules = rules;
    this.limiters = limiters;
    this.budget = budget;
    this.backoff = backoff;
    this.listener = listener;
    this.time = time;
  }

  <T> T call(Operation operation, Supplier<T> call) {
    long start = time.nanos();
    long deadline = start + rules.deadline().toNanos();
    FailedAttempts failed = new FailedAttempts(operation);
    long waited = permit(failed, start, deadline);
    budget.earn();
    while (true) {
      T result;
      try {
        result = call.get();
      } catch (FaceLibraryException e) {
        failed.add(e);
        pause(failed, decide(failed, waited, deadline));
        waited = permit(failed, time.nanos(), deadline);
        continue;
      } catch (Exception e) {
        // Unknown meaning, so it is thrown unchanged. A guarded library throws no such exception.
        Effect effect = operation.isRead() ? Effect.NONE : Effect.UNKNOWN;
        Failure failure = new Failure(ErrorKind.INTERNAL, effect);
        notifyListener(
            failed.count() + 1, failed, waited, Optional.of(failure), Next.NOT_REPEATABLE);
        throw e;
      }
      if (listener.isPresent()) {
        notifyListener(failed.count() + 1, failed, waited, Optional.empty(), Next.DONE);
      }
      return result;
    }
  }

  /**
   * Decides how to continue after a failure, spends the retry budget and notifies the listener.
   *
   * @return how long to wait before the next attempt; empty if there is none
   */
  private Optional<Duration> decide(FailedAttempts failed, long waited, long deadline) {
    FaceLibraryException last = failed.last();
    Failure failure = new Failure(last.kind(), last.effect());
    Duration delay = delay(failed.count(), last);
    Next next = next(failed, delay, deadline);
    Optional<Duration> pause = next == Next.RETRY ? Optional.of(delay) : Optional.empty();
    listener.onAttempt(
        new Attempt(
            failed.operation(),
            failed.count(),
            Duration.ofNanos(waited),
            Optional.of(failure),
            next,
            pause));
    return pause;
  }

  private void notifyListener(
      int number, FailedAttempts failed, long waited, Optional<Failure> failure, Next next) {
    listener.onAttempt(
        new Attempt(
            failed.operation(), number, Duration.ofNanos(waited), failure, next, Optional.empty()));
  }

  private Duration delay(int attempt, FaceLibraryException failure) {
    Duration drawn = Duration.ofNanos(backoff.after(attempt));
    return failure.retryAfter().filter(asked -> asked.compareTo(drawn) > 0).orElse(drawn);
  }

  private Next next(FailedAttempts failed, Duration delay, long deadline) {
    if (!failed.isRepeatable() || rules.neverRepeated().contains(failed.operation())) {
      return Next.NOT_REPEATABLE;
    }
    if (failed.count() >= rules.maxAttempts()) {
      return Next.ATTEMPTS_USED_UP;
    }
    if (delay.compareTo(Duration.ofNanos(deadline - time.nanos())) > 0) {
      return Next.DEADLINE;
    }
    // Checked last, so that the budget is spent only on a retry that is made.
    return budget.spend() ? Next.RETRY : Next.BUDGET_USED_UP;
  }

  private void pause(FailedAttempts failed, Optional<Duration> delay) {
    long nanos = delay.orElseThrow(failed::toThrow).toNanos();
    try {
      time.sleep(nanos);
    } catch (InterruptedException e) {
      throw interrupted(failed, e);
    }
  }

  /**
   * Waits for a permit, if the operation has a rate limit.
   *
   * @param start the time at which the wait began, in nanoseconds of the clock
   * @return the nanoseconds waited
   */
  private long permit(FailedAttempts failed, long start, long deadline) {
    RateLimiter limiter = limiters.get(failed.operation());
    if (limiter == null) {
      if (start > deadline) {
        throw tooLate(failed, 0);
      }
      return 0;
    }
    try {
      long missing = limiter.acquire(deadline);
      long now = time.nanos();
      if (missing > 0 || now > deadline) {
        throw tooLate(failed, missing);
      }
      return now - start;
    } catch (InterruptedException e) {
      throw interrupted(failed, e);
    }
  }

  private FaceLibraryException tooLate(FailedAttempts failed, long missing) {
    if (!failed.isEmpty()) {
      return failed.toThrow();
    }
    return FaceLibraryException.builder(
            ErrorKind.THROTTLED,
            Effect.NONE,
            "was not sent: the rate limit has no permit before the deadline of " + rules.deadline())
        .call(CallInfo.of(FailedAttempts.LAYER, failed.operation()))
        .retryAfter(Duration.ofNanos(missing))
        .build();
  }

  private static FaceLibraryException interrupted(FailedAttempts failed, InterruptedException e) {
    Thread.currentThread().interrupt();
    return failed.interrupted(e);
  }
}
