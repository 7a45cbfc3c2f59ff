package io.facelibrary.transfer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of a transfer, actual or planned. */
public final class TransferResult {
  private final long personsAdded;
  private final Map<ItemOutcome, Long> faces;
  private final boolean isStopped;
  private final boolean includesUngrouped;

  /**
   * @param faces the number of faces by outcome; a missing one is 0
   */
  TransferResult(
      long personsAdded,
      Map<ItemOutcome, Long> faces,
      boolean isStopped,
      boolean includesUngrouped) {
    this.personsAdded = personsAdded;
    Map<ItemOutcome, Long> all = new EnumMap<>(ItemOutcome.class);
    for (ItemOutcome outcome : ItemOutcome.values()) {
      all.put(outcome, faces.getOrDefault(outcome, 0L));
    }
    this.faces = Collections.unmodifiableMap(all);
    this.isStopped = isStopped;
    this.includesUngrouped = includesUngrouped;
  }

  /** Returns how many persons were not in the library before. */
  public long personsAdded() {
    return personsAdded;
  }

  /** Returns the number of faces by outcome. The map has every outcome. */
  public Map<ItemOutcome, Long> faces() {
    return faces;
  }

  /**
   * Returns whether the transfer was stopped before the end of the source. Another run resumes it.
   */
  public boolean isStopped() {
    return isStopped;
  }

  /** Returns whether the source reports persons in no group; if not, they were not copied. */
  public boolean includesUngrouped() {
    return includesUngrouped;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TransferResult that
        && personsAdded == that.personsAdded
        && faces.equals(that.faces)
        && isStopped == that.isStopped
        && includesUngrouped == that.includesUngrouped;
  }

  @Override
  public int hashCode() {
    return Objects.hash(personsAdded, faces, isStopped, includesUngrouped);
  }

  @Override
  public String toString() {
    return "TransferResult[personsAdded="
        + personsAdded
        + ", faces="
        + faces
        + ", isStopped="
        + isStopped
        + ", includesUngrouped="
        + includesUngrouped
        + "]";
  }
}
