package io.facelibrary.transfer;

import java.util.EnumMap;
import java.util.Map;

/**
 * The result of a transfer, actual or planned.
 *
 * @param personsAdded how many persons were not in the library before
 * @param faces the number of faces by outcome; it has every outcome
 * @param isStopped whether the transfer was stopped before the end of the source; another run
 *     resumes it
 * @param includesUngrouped whether the source reports persons in no group; if not, they were not
 *     copied
 */
public record TransferResult(
    long personsAdded, Map<ItemOutcome, Long> faces, boolean isStopped, boolean includesUngrouped) {

  /** Copies the counts and sets missing ones to 0. */
  public TransferResult {
    Map<ItemOutcome, Long> all = new EnumMap<>(ItemOutcome.class);
    for (ItemOutcome outcome : ItemOutcome.values()) {
      all.put(outcome, faces.getOrDefault(outcome, 0L));
    }
    faces = Map.copyOf(all);
  }

  /** Returns how many faces have this outcome. */
  public long count(ItemOutcome outcome) {
    return faces.getOrDefault(outcome, 0L);
  }

  /**
   * Returns whether everything was copied: the transfer was not stopped, the source reports persons
   * in no group, and no face is rejected, failed or unknown.
   */
  public boolean isComplete() {
    return !isStopped
        && includesUngrouped
        && count(ItemOutcome.REJECTED) == 0
        && count(ItemOutcome.FAILED) == 0
        && count(ItemOutcome.UNKNOWN) == 0;
  }
}
