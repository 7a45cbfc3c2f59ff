package io.facelibrary.resilience;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps retries from multiplying the load on a service that is failing: each call earns a share of
 * a retry, each retry costs a whole one, and what is earned is kept up to a reserve, which is there
 * from the start. In any span of time retries are at most that share of the calls, and the reserve.
 */
final class RetryBudget {
  private static final long RETRY = 1_000_000;

  private final long earning;
  private final long reserve;
  private final AtomicLong balance;

  RetryBudget(double share, int reserve) {
    // Rounded down, so that the promise holds.
    this.earning = (long) (share * RETRY);
    this.reserve = reserve * RETRY;
    this.balance = new AtomicLong(this.reserve);
  }

  /** Counts a call. */
  void earn() {
    // Most calls find the reserve full and write nothing.
    long now = balance.get();
    while (now < reserve && !balance.compareAndSet(now, Math.min(reserve, now + earning))) {
      now = balance.get();
    }
  }

  /** Pays for a retry, unless there is too little left. */
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
