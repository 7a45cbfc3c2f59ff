package io.facelibrary.transfer;

import java.util.List;

/**
 * The comparison of two libraries after a migration.
 *
 * @param persons how many persons of the source were compared
 * @param faces how many of their faces were compared
 * @param searches how many searches were made in both libraries
 * @param differences one sentence each, with ids of persons and faces; at most 1000
 */
public record Verification(long persons, long faces, long searches, List<String> differences) {

  /** Copies the list. */
  public Verification {
    differences = List.copyOf(differences);
  }

  /** Returns whether there is no difference. */
  public boolean isEqual() {
    return differences.isEmpty();
  }
}
