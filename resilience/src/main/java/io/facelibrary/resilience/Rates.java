package io.facelibrary.resilience;

import io.facelibrary.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** The calls per second of each operation: the declared rate, unless it is overridden. */
final class Rates {
  /** The largest rate. More than any service accepts; a limiter needs 8 MB of memory for it. */
  static final int MAX = 1_000_000;

  private final Map<Operation, OptionalInt> overridden = new EnumMap<>(Operation.class);

  void set(Operation operation, int rate) {
    overridden.put(operation, OptionalInt.of(rate));
  }

  void remove(Operation operation) {
    overridden.put(operation, OptionalInt.empty());
  }

  /** Returns a new limiter for each operation that has a rate. */
  Map<Operation, RateLimiter> limiters(Map<Operation, Integer> declared, Time time) {
    Map<Operation, OptionalInt> rates = new EnumMap<>(Operation.class);
    declared.forEach((it, rate) -> rates.put(it, OptionalInt.of(Math.min(rate, MAX))));
    rates.putAll(overridden);
    Map<Operation, RateLimiter> limiters = new EnumMap<>(Operation.class);
    rates.forEach((it, rate) -> rate.ifPresent(n -> limiters.put(it, new RateLimiter(n, time))));
    return limiters;
  }
}
