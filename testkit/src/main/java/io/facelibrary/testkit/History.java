package io.facelibrary.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Records the calls on one person, with their start and end times, and checks that the record is
 * linearizable.
 */
final class History {
  /** The search keeps the set of placed calls in the bits of a long. */
  private static final int MAX_CALLS = 63;

  private final List<Entry> entries = new ArrayList<>();
  private long clock;

  /** A call. It took effect at one moment between its start and its end. */
  record Entry(long start, long end, Observation observation) {}

  /** Makes a call and records its observation. */
  void record(Supplier<Observation> call) {
    long start = tick();
    Observation observation = call.get();
    add(start, observation);
  }

  private synchronized long tick() {
    return clock++;
  }

  private synchronized void add(long start, Observation observation) {
    entries.add(new Entry(start, clock++, observation));
  }

  /** Records a call with given times, for tests of this class. */
  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Returns whether one sequential order of the calls explains every observation. The order keeps
   * two calls in place if the first ended before the second started.
   *
   * <p>The search is depth-first and visits no pair of placed calls and person twice. The algorithm
   * is that of Wing and Gong (Testing and Verifying Concurrent Objects, 1993), with the memory of
   * Lowe's variant.
   */
  boolean isLinearizable(PersonModel first) {
    List<Entry> calls = entries();
    if (calls.size() > MAX_CALLS) {
      throw new IllegalArgumentException("a history of " + calls.size() + " calls is too long");
    }
    return new Search(calls).completes(0, first);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    entries().forEach(it -> text.append("\n  ").append(it));
    return text.toString();
  }

  private static final class Search {
    private final List<Entry> calls;
    private final Set<Reached> reached = new HashSet<>();

    Search(List<Entry> calls) {
      this.calls = calls;
    }

    private record Reached(long placed, PersonModel person) {}

    boolean completes(long placed, PersonModel person) {
      if (placed == (1L << calls.size()) - 1) {
        return true;
      }
      if (!reached.add(new Reached(placed, person))) {
        return false;
      }
      long firstEnd = firstEnd(placed);
      for (int i = 0; i < calls.size(); i++) {
        if (isPlaced(placed, i) || calls.get(i).start() > firstEnd) {
          continue;
        }
        Optional<PersonModel> next = person.after(calls.get(i).observation());
        if (next.isPresent() && completes(placed | 1L << i, next.get())) {
          return true;
        }
      }
      return false;
    }

    /** Returns the earliest end of the calls not placed. A later start cannot be next. */
    private long firstEnd(long placed) {
      long first = Long.MAX_VALUE;
      for (int i = 0; i < calls.size(); i++) {
        if (!isPlaced(placed, i)) {
          first = Math.min(first, calls.get(i).end());
        }
      }
      return first;
    }

    private static boolean isPlaced(long placed, int call) {
      return (placed & 1L << call) != 0;
    }
  }
}
