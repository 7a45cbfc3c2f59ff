package io.facelibrary.transfer;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports the outcomes of the faces of one person, each once. */
final class OutcomeLog {
  private final String person;
  private final Journal journal;
  private final Counters counters;
  private final boolean isPlan;
  private final Set<String> reported = new HashSet<>();

  OutcomeLog(String person, Journal journal, Counters counters, boolean isPlan) {
    this.person = person;
    this.journal = journal;
    this.counters = counters;
    this.isPlan = isPlan;
  }

  /** Returns whether this or an earlier run settled a face, after reporting it if none did. */
  boolean isSettled(String key) {
    if (reported.contains(key)) {
      return true;
    }
    Optional<Journal.Done> before = journal.done(key);
    // Every run reports an unknown outcome, because a person has to examine it.
    before.ifPresent(
        done ->
            report(
                key,
                done.outcome() == ItemOutcome.UNKNOWN
                    ? ItemOutcome.UNKNOWN
                    : ItemOutcome.ALREADY_DONE,
                done));
    return before.isPresent();
  }

  /** Writes the outcome of a face for which no call was made into the journal, and reports it. */
  void settle(String key, Journal.Done done) {
    if (!isPlan) {
      journal.settle(Map.of(key, done));
    }
    report(key, done);
  }

  /** Reports the outcome of a face; the journal has it already, or must not have it. */
  void report(String key, Journal.Done done) {
    report(key, done.outcome(), done);
  }

  private void report(String key, ItemOutcome outcome, Journal.Done done) {
    if (reported.add(key)) {
      counters.countFace(person, key, outcome, done);
    }
  }

  /** Reports that a person without faces was not copied. */
  void reportPerson(Journal.Done done) {
    counters.countFace(person, "", done.outcome(), done);
  }
}
