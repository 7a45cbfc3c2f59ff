package io.facelibrary.resilience;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: anything from nothing to twice what was the most before
 * the last one, up to a ceiling. The whole range is drawn from (full jitter), so that callers who
 * failed together do not come back together.
 */
final class Backoff {
  private static final int MOST_DOUBLINGS = 62;

  private final long base;
  private final long ceiling;
  private final DoubleSupplier random;

  /**
   * Sets the range.
   *
   * @param base the most before the second attempt
   * @param ceiling the most before any attempt
   * @param random answers from 0 to 1, without 1
   */
  Backoff(Duration base, Duration ceiling, DoubleSupplier random) {
    this.base = base.toNanos();
    this.ceiling = ceiling.toNanos();
    this.random = random;
  }

  /**
   * Draws a wait, in nanoseconds.
   *
   * @param attempt the one that failed, from 1
   */
  long after(int attempt) {
    return (long) (random.getAsDouble() * (most(attempt) + 1));
  }

  private long most(int attempt) {
    int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
    return base > ceiling >> doublings ? ceiling : base << doublings;
  }
}
