package io.facelibrary.transfer;

import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of an export. */
public final class ExportResult {
  private final long persons;
  private final long faces;
  private final Map<PersonId, List<FaceId>> incomplete;
  private final boolean includesUngrouped;

  ExportResult(
      long persons, long faces, Map<PersonId, List<FaceId>> incomplete, boolean includesUngrouped) {
    this.persons = persons;
    this.faces = faces;
    Map<PersonId, List<FaceId>> copy = new LinkedHashMap<>();
    incomplete.forEach((person, ids) -> copy.put(person, List.copyOf(ids)));
    this.incomplete = Collections.unmodifiableMap(copy);
    this.includesUngrouped = includesUngrouped;
  }

  /** Returns the number of persons. */
  public long persons() {
    return persons;
  }

  /** Returns the number of faces. */
  public long faces() {
    return faces;
  }

  /**
   * Returns the faces, by person, for which the library keeps neither image nor URL. Such a face
   * can only be imported into a library of the same model, and only if vectors were exported.
   */
  public Map<PersonId, List<FaceId>> incomplete() {
    return incomplete;
  }

  /** Returns whether the library reports persons in no group; if not, they were not exported. */
  public boolean includesUngrouped() {
    return includesUngrouped;
  }

  /** Returns whether every person is included, and every face with its image or its URL. */
  public boolean isComplete() {
    return includesUngrouped && incomplete.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExportResult that
        && persons == that.persons
        && faces == that.faces
        && incomplete.equals(that.incomplete)
        && includesUngrouped == that.includesUngrouped;
  }

  @Override
  public int hashCode() {
    return Objects.hash(persons, faces, incomplete, includesUngrouped);
  }

  /** Returns the numbers, without an id. */
  @Override
  public String toString() {
    return "ExportResult[persons="
        + persons
        + ", faces="
        + faces
        + ", isComplete="
        + isComplete()
        + "]";
  }
}
