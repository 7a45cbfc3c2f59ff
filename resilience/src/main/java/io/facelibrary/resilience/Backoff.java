package io.facelibrary.resilience;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Exponential backoff with full jitter. The wait before the next attempt is random between zero and
 * a bound. The bound doubles with each attempt up to a ceiling. Jitter spreads the retries of
 * callers that failed at the same time.
 */
final class Backoff {
  private static final int MAX_DOUBLINGS = 62;

  private final long base;
  private final long ceiling;
  private final DoubleSupplier random;

  /**
   * Creates a backoff.
   *
   * @param base the longest wait before the second attempt
   * @param ceiling the longest wait before any attempt
   * @param random returns values from 0 (inclusive) to 1 (exclusive)
   */
  Backoff(Duration base, Duration ceiling, DoubleSupplier random) {
    this.base = base.toNanos();
    this.ceiling = ceiling.toNanos();
    this.random = random;
  }

  /**
   * Draws a wait, in nanoseconds.
   *
   * @param attempt the number of the attempt that failed, from 1
   */
  long after(int attempt) {
    return (long) (random.getAsDouble() * (bound(attempt) + 1));
  }

  private long bound(int attempt) {
    int doublings = Math.min(attempt - 1, MAX_DOUBLINGS);
    return base > ceiling >> doublings ? ceiling : base << doublings;
  }
}
