package io.facelibrary.resilience;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;

/**
 * Bounds the calls that run at the same time. Callers obtain slots in the order of their arrival. A
 * call has no slot while it waits for its next attempt.
 */
final class CallSlots {
  private final Optional<Semaphore> free;
  private final Time time;

  CallSlots(OptionalInt max, Time time) {
    free = max.isPresent() ? Optional.of(new Semaphore(max.getAsInt(), true)) : Optional.empty();
    this.time = time;
  }

  boolean areLimited() {
    return free.isPresent();
  }

  /**
   * Waits for a slot and takes it.
   *
   * @param deadline the latest time at which to take the slot, in nanoseconds of the clock
   * @return whether a slot was taken, which {@link #release} must return
   */
  boolean acquire(long deadline) throws InterruptedException {
    if (free.isEmpty()) {
      return true;
    }
    if (!time.acquire(free.get(), deadline - time.nanos())) {
      return false;
    }
    if (time.nanos() > deadline) {
      release();
      return false;
    }
    return true;
  }

  void release() {
    free.ifPresent(Semaphore::release);
  }
}
