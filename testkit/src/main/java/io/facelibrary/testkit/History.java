package io.facelibrary.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls about one person, each with the moments when it began and ended, and whether they can be
 * put into an order that explains them.
 */
final class History {
  /** The search keeps the calls it has placed in the bits of a long. */
  private static final int MOST_CALLS = 63;

  private final List<Entry> entries = new ArrayList<>();
  private long clock;

  /** A call: it took place at one moment between its beginning and its end. */
  record Entry(long began, long ended, Observation claim) {}

  /** Makes a call and notes what it claims. */
  void note(Supplier<Observation> call) {
    long began = tick();
    Observation claim = call.get();
    add(began, claim);
  }

  private synchronized long tick() {
    return clock++;
  }

  private synchronized void add(long began, Observation claim) {
    entries.add(new Entry(began, clock++, claim));
  }

  /** Notes a call as if it had taken place then; for histories made up. */
  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Tells whether there is an order of the calls in which no call comes before one that had ended
   * when it began, and in which a person that does one call after the other answers each as it did.
   *
   * <p>Tries the orders depth first, never the same calls and person twice, after Wing and Gong
   * (Testing and Verifying Concurrent Objects, 1993) with the memory of Lowe's variant.
   */
  boolean isLinearizable(PersonModel start) {
    List<Entry> calls = entries();
    if (calls.size() > MOST_CALLS) {
      throw new IllegalArgumentException("a history of " + calls.size() + " calls is too long");
    }
    return new Search(calls).completes(0, start);
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
        if (isPlaced(placed, i) || calls.get(i).began() > firstEnd) {
          continue;
        }
        Optional<PersonModel> next = person.after(calls.get(i).claim());
        if (next.isPresent() && completes(placed | 1L << i, next.get())) {
          return true;
        }
      }
      return false;
    }

    /** A call that began later than some other one ended cannot be the next. */
    private long firstEnd(long placed) {
      long first = Long.MAX_VALUE;
      for (int i = 0; i < calls.size(); i++) {
        if (!isPlaced(placed, i)) {
          first = Math.min(first, calls.get(i).ended());
        }
      }
      return first;
    }

    private static boolean isPlaced(long placed, int call) {
      return (placed & 1L << call) != 0;
    }
  }
}
