package io.facelibrary.resilience;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.resilience.Attempt.Failure;
import io.facelibrary.resilience.Attempt.Next;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a call, and repeats it as long as the rules allow, each attempt with a permit. */
final class Retrier {
  private final Rules rules;
  private final Map<Operation, List<RateLimiter>> limiters;
  private final CallSlots slots;
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
      Map<Operation, List<RateLimiter>> limiters,
      CallSlots slots,
      RetryBudget budget,
      Backoff backoff,
      SafeListener listener,
      Time time) {
    this.rules = rules;
    this.limiters = limiters;
    this.slots = slots;
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
        result = attempt(call);
      } catch (FaceLibraryException e) {
        failed.add(e);
        pause(failed, decide(failed, waited, deadline));
        waited = permit(failed, time.nanos(), deadline);
        continue;
      } catch (Exception e) {
        // Unknown meaning, so it is thrown unchanged. A guarded library throws no such exception.
        Effect effect = operation.isRead() ? Effect.NONE : Effect.UNKNOWN;
        listener.onAttempt(
            attempt(failed, failed.count() + 1, Next.NOT_REPEATABLE, waited)
                .withFailure(Failure.of(ErrorKind.INTERNAL, effect)));
        throw e;
      }
      if (listener.isPresent()) {
        listener.onAttempt(attempt(failed, failed.count() + 1, Next.DONE, waited));
      }
      return result;
    }
  }

  /** Makes one attempt, which has a slot. */
  private <T> T attempt(Supplier<T> call) {
    try {
      return call.get();
    } finally {
      slots.release();
    }
  }

  /**
   * Decides how to continue after a failure, spends the retry budget and notifies the listener.
   *
   * @return how long to wait before the next attempt; empty if there is none
   */
  private Optional<Duration> decide(FailedAttempts failed, long waited, long deadline) {
    FaceLibraryException last = failed.last();
    Duration delay = delay(failed.count(), last);
    Next next = next(failed, delay, deadline);
    Attempt attempt =
        attempt(failed, failed.count(), next, waited)
            .withFailure(Failure.of(last.kind(), last.effect()));
    boolean repeats = next == Next.RETRY;
    listener.onAttempt(repeats ? attempt.withDelay(delay) : attempt);
    return repeats ? Optional.of(delay) : Optional.empty();
  }

  private static Attempt attempt(FailedAttempts failed, int number, Next next, long waited) {
    return Attempt.of(failed.operation(), number, next).withWaited(Duration.ofNanos(waited));
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
   * Waits until the attempt may begin: for the permits of its rate limits, and for a slot.
   *
   * @param start the time at which the wait began, in nanoseconds of the clock
   * @return the nanoseconds waited
   */
  private long permit(FailedAttempts failed, long start, long deadline) {
    List<RateLimiter> permits = limiters.getOrDefault(failed.operation(), List.of());
    if (permits.isEmpty() && !slots.areLimited()) {
      if (start > deadline) {
        throw noPermit(failed, 0);
      }
      return 0;
    }
    try {
      for (RateLimiter limiter : permits) {
        long missing = limiter.acquire(deadline);
        if (missing > 0 || time.nanos() > deadline) {
          throw noPermit(failed, missing);
        }
      }
      if (!slots.acquire(deadline)) {
        throw tooLate(failed, "too many other calls ran until", Optional.empty());
      }
      return time.nanos() - start;
    } catch (InterruptedException e) {
      throw interrupted(failed, e);
    }
  }

  private FaceLibraryException noPermit(FailedAttempts failed, long missing) {
    return tooLate(
        failed, "the rate limit has no permit before", Optional.of(Duration.ofNanos(missing)));
  }

  private FaceLibraryException tooLate(
      FailedAttempts failed, String reason, Optional<Duration> missing) {
    if (!failed.isEmpty()) {
      return failed.toThrow();
    }
    FaceLibraryException.Builder refusal =
        FaceLibraryException.builder(
                ErrorKind.THROTTLED,
                Effect.NONE,
                "was not sent: " + reason + " the deadline of " + rules.deadline())
            .call(CallInfo.of(FailedAttempts.LAYER, failed.operation()));
    missing.ifPresent(refusal::retryAfter);
    return refusal.build();
  }

  private static FaceLibraryException interrupted(FailedAttempts failed, InterruptedException e) {
    Thread.currentThread().interrupt();
    return failed.interrupted(e);
  }
}
