package io.facelibrary.transfer;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a transfer did, or would do.
 *
 * @param personsAdded how many persons were not in the library before
 * @param faces how many faces came to which end; an end that none came to is 0
 * @param isStopped whether it was stopped before everything was looked at: another run goes on
 * @param tellsEveryone whether the source tells everyone it knows; if not, persons in no group were
 *     not seen
 */
public record TransferResult(
    long personsAdded, Map<ItemOutcome, Long> faces, boolean isStopped, boolean tellsEveryone) {

  /** Copies the counts. */
  public TransferResult {
    Map<ItemOutcome, Long> all = new EnumMap<>(ItemOutcome.class);
    for (ItemOutcome outcome : ItemOutcome.values()) {
      all.put(outcome, faces.getOrDefault(outcome, 0L));
    }
    faces = Map.copyOf(all);
  }

  /** Returns how many faces came to an end. */
  public long count(ItemOutcome outcome) {
    return faces.getOrDefault(outcome, 0L);
  }

  /** Returns whether every face is in the library, and nobody stopped the transfer. */
  public boolean isComplete() {
    return !isStopped
        && tellsEveryone
        && count(ItemOutcome.REJECTED) == 0
        && count(ItemOutcome.FAILED) == 0
        && count(ItemOutcome.UNKNOWN) == 0;
  }
}
