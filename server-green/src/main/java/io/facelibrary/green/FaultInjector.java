package io.facelibrary.green;

import io.facelibrary.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;

/** Puts on the troubles of an {@link FaultInjection}. */
final class FaultInjector {
  private final Clock clock;
  private final Map<Operation, Window> windows = new EnumMap<>(Operation.class);
  private final Queue<FaultInjection.Fault> next = new ArrayDeque<>();
  private SplittableRandom random = new SplittableRandom();
  private volatile FaultInjection emulation = FaultInjection.none();
  // Most servers emulate nothing, and should not meet in one lock for it.
  private volatile boolean quiet = true;

  FaultInjector(Clock clock) {
    this.clock = clock;
  }

  synchronized void emulate(FaultInjection emulation) {
    this.emulation = emulation;
    random = new SplittableRandom(emulation.faultSeed());
    windows.clear();
    settle();
  }

  FaultInjection emulation() {
    return emulation;
  }

  /** Lets a fault befall the next call, before those of the share do. */
  synchronized void failNext(FaultInjection.Fault fault) {
    next.add(fault);
    settle();
  }

  private void settle() {
    quiet = emulation.equals(FaultInjection.none()) && next.isEmpty();
  }

  /** Returns the fault that befalls a call, if one does. */
  Optional<FaultInjection.Fault> fault() {
    if (quiet) {
      return Optional.empty();
    }
    synchronized (this) {
      // Drawn for every call, so that the faults of a seed do not depend on others.
      boolean drawn = random.nextDouble() < emulation.faultShare();
      if (!next.isEmpty()) {
        FaultInjection.Fault fault = next.remove();
        settle();
        return Optional.of(fault);
      }
      return drawn
          ? Optional.of(emulation.faults().get(random.nextInt(emulation.faults().size())))
          : Optional.empty();
    }
  }

  /** Tells whether a call is one too many in this second, and counts it. */
  boolean isThrottled(Operation operation) {
    if (quiet) {
      return false;
    }
    Integer most = emulation.callsPerSecond().get(operation);
    if (most == null) {
      return false;
    }
    synchronized (this) {
      return windows.computeIfAbsent(operation, it -> new Window()).count(clock) > most;
    }
  }

  /** Tells whether a call writes while nothing may be written. */
  boolean isRefused(Operation operation) {
    return emulation.readOnly() && !operation.isRead();
  }

  Duration latency() {
    return emulation.latency();
  }

  private static final class Window {
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
