package io.facelibrary.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps retries from multiplying the load on a failing service (token bucket). Each call earns a
 * share of a retry, and each retry costs one. The balance starts at the reserve and never exceeds
 * it. In any period, the number of retries is at most the share of the calls plus the reserve.
 */
final class RetryBudget {
  private static final long RETRY = 1_000_000;

  private final long earning;
  private final long reserve;
  private final AtomicLong balance;

  RetryBudget(double share, int reserve) {
    // Rounded down, so that the bound holds.
    this.earning = (long) (share * RETRY);
    this.reserve = reserve * RETRY;
    this.balance = new AtomicLong(this.reserve);
  }

  /** Counts a call. */
  void earn() {
    // Usually the reserve is full, and no write is needed.
    long now = balance.get();
    while (now < reserve && !balance.compareAndSet(now, Math.min(reserve, now + earning))) {
      now = balance.get();
    }
  }

  /** Pays for a retry. Returns false if the balance is too low. */
  boolean spend() {
    long now = balance.get();
    while (now >= RETRY) {
      if (balance.compareAndSet(now, now - RETRY)) {
        return true;
      }
      now = balance.get();
    }
    return false;
  }
}
