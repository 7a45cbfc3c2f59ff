package io.facelibrary.resilience;

import io.facelibrary.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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

  /** Returns the limiters of each operation that has a rate, and of the calls that it makes. */
  Map<Operation, List<RateLimiter>> limiters(Map<Operation, Integer> declared, Time time) {
    Map<Operation, OptionalInt> rates = new EnumMap<>(Operation.class);
    declared.forEach((it, rate) -> rates.put(it, OptionalInt.of(Math.min(rate, MAX))));
    rates.putAll(overridden);
    Map<Operation, List<RateLimiter>> limiters = new EnumMap<>(Operation.class);
    rates.forEach(
        (it, rate) -> rate.ifPresent(n -> limiters.put(it, List.of(new RateLimiter(n, time)))));
    if (!rates.containsKey(Operation.ENROL)) {
      // A library without an own rate for this operation makes these two calls.
      List<RateLimiter> parts = new ArrayList<>(2);
      parts.addAll(limiters.getOrDefault(Operation.ADD_PERSON, List.of()));
      parts.addAll(limiters.getOrDefault(Operation.ADD_FACES, List.of()));
      limiters.put(Operation.ENROL, List.copyOf(parts));
    }
    return limiters;
  }

  /**
   * Returns whether {@link Operation#FIND_PERSONS} has no own rate, but {@link
   * Operation#FIND_PERSON} has one. The library then probably makes one call for each person.
   */
  boolean limitSinglePersonsOnly(Map<Operation, Integer> declared) {
    return isLimited(Operation.FIND_PERSON, declared)
        && !declared.containsKey(Operation.FIND_PERSONS)
        && !overridden.containsKey(Operation.FIND_PERSONS);
  }

  private boolean isLimited(Operation operation, Map<Operation, Integer> declared) {
    OptionalInt rate = overridden.get(operation);
    return rate != null ? rate.isPresent() : declared.containsKey(operation);
  }
}
