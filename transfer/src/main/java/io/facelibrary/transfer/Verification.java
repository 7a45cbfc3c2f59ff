package io.facelibrary.transfer;

import java.util.List;

/**
 * How two libraries compare after a migration.
 *
 * @param persons how many persons of the source were looked at
 * @param faces how many of their faces
 * @param searches how many searches were made in both
 * @param differences what is not the same, in words with the ids of persons and faces; at most 1000
 */
public record Verification(long persons, long faces, long searches, List<String> differences) {

  /** Copies the list. */
  public Verification {
    differences = List.copyOf(differences);
  }

  /** Returns whether nothing differs. */
  public boolean isEqual() {
    return differences.isEmpty();
  }
}
