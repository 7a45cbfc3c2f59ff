package io.facelibrary.green;

import io.facelibrary.Operation;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;

/** Decides which faults of a {@link FaultInjection} hit a call. */
final class FaultInjector {
  private final Clock clock;
  private final Map<Operation, RateWindow> windows = new EnumMap<>(Operation.class);
  private final Queue<FaultInjection.Fault> queue = new ArrayDeque<>();
  private SplittableRandom random = new SplittableRandom();
  private volatile FaultInjection faults = FaultInjection.none();
  // Most servers inject nothing; their calls must not contend for a lock.
  private volatile boolean idle = true;

  FaultInjector(Clock clock) {
    this.clock = clock;
  }

  synchronized void configure(FaultInjection faults) {
    this.faults = faults;
    random = new SplittableRandom(faults.faultSeed());
    windows.clear();
    updateIdle();
  }

  FaultInjection faults() {
    return faults;
  }

  /** Queues a fault for one call. Queued faults precede random ones. */
  synchronized void failNext(FaultInjection.Fault fault) {
    queue.add(fault);
    updateIdle();
  }

  private void updateIdle() {
    idle = faults.equals(FaultInjection.none()) && queue.isEmpty();
  }

  /** Takes the fault for the next call; empty if no fault hits the call. */
  Optional<FaultInjection.Fault> nextFault() {
    if (idle) {
      return Optional.empty();
    }
    synchronized (this) {
      // Draw for every call, so that queued faults do not shift the random ones of a seed.
      boolean drawn = random.nextDouble() < faults.faultShare();
      if (!queue.isEmpty()) {
        FaultInjection.Fault fault = queue.remove();
        updateIdle();
        return Optional.of(fault);
      }
      return drawn
          ? Optional.of(faults.faults().get(random.nextInt(faults.faults().size())))
          : Optional.empty();
    }
  }

  /** Counts a call and returns whether it exceeds the rate of the current second. */
  boolean throttle(Operation operation) {
    if (idle) {
      return false;
    }
    Integer limit = faults.callsPerSecond().get(operation);
    if (limit == null) {
      return false;
    }
    synchronized (this) {
      return windows.computeIfAbsent(operation, it -> new RateWindow()).count(clock) > limit;
    }
  }

  /** Returns whether an operation writes while the server is read-only. */
  boolean isDenied(Operation operation) {
    return faults.readOnly() && !operation.isRead();
  }

  private static final class RateWindow {
    private long second = Long.MIN_VALUE;
    private int calls;

    int count(Clock clock) {
      long now = clock.instant().getEpochSecond();
      if (now != second) {
        second = now;
        calls = 0;
      }
      return ++calls;
    }
  }
}
