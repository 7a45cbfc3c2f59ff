package io.facelibrary.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The comparison of two libraries after a migration. */
public final class Verification {
  private final long persons;
  private final long faces;
  private final long searches;
  private final List<String> differences;

  Verification(long persons, long faces, long searches, List<String> differences) {
    this.persons = persons;
    this.faces = faces;
    this.searches = searches;
    this.differences = List.copyOf(differences);
  }

  /** Returns how many persons of the source were compared. */
  public long persons() {
    return persons;
  }

  /** Returns how many of their faces were compared. */
  public long faces() {
    return faces;
  }

  /** Returns how many searches were made in both libraries. */
  public long searches() {
    return searches;
  }

  /** Returns one sentence for each difference, with ids of persons and faces; at most 1000. */
  public List<String> differences() {
    return differences;
  }

  /** Returns whether there is no difference. */
  public boolean isEqual() {
    return differences.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Verification that
        && persons == that.persons
        && faces == that.faces
        && searches == that.searches
        && differences.equals(that.differences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(persons, faces, searches, differences);
  }

  /** Returns the numbers, without an id. */
  @Override
  public String toString() {
    return "Verification[persons="
        + persons
        + ", faces="
        + faces
        + ", searches="
        + searches
        + ", differences="
        + differences.size()
        + "]";
  }
}
