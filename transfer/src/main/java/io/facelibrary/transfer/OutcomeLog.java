package io.facelibrary.transfer;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what became of the faces of one person, of each once. */
final class OutcomeLog {
  private final String person;
  private final Journal journal;
  private final Counters tally;
  private final boolean isPlan;
  private final Set<String> told = new HashSet<>();

  OutcomeLog(String person, Journal journal, Counters tally, boolean isPlan) {
    this.person = person;
    this.journal = journal;
    this.tally = tally;
    this.isPlan = isPlan;
  }

  /** Tells it if an earlier run, or this one, knows what became of a face. */
  boolean endedBefore(String key) {
    if (told.contains(key)) {
      return true;
    }
    Optional<Journal.Done> before = journal.done(key);
    // What nobody knows stays to be looked at by people, run after run.
    before.ifPresent(
        done ->
            tell(
                key,
                done.outcome() == ItemOutcome.UNKNOWN
                    ? ItemOutcome.UNKNOWN
                    : ItemOutcome.DONE_BEFORE,
                done));
    return before.isPresent();
  }

  /** Notes and tells what became of a face that no call was made for. */
  void end(String key, Journal.Done what) {
    if (!isPlan) {
      journal.settle(Map.of(key, what));
    }
    tell(key, what.outcome(), what);
  }

  /** Tells what became of a face; a call notes it. */
  void tell(String key, ItemOutcome outcome, Journal.Done what) {
    if (told.add(key)) {
      tally.face(person, key, outcome, what);
    }
  }

  /** Tells that a person without faces did not come in. */
  void person(ItemOutcome outcome, String reason) {
    tally.face(person, "", outcome, Journal.Done.not(outcome, reason));
  }
}
