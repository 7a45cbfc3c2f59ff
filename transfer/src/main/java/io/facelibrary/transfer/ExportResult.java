package io.facelibrary.transfer;

import java.util.List;
import java.util.Map;

/**
 * What an export holds.
 *
 * @param persons how many persons
 * @param faces how many faces
 * @param incomplete of which faces the library keeps neither picture nor address, by person: their
 *     ids; such a face can be put only into a library of the same model, and only if vectors were
 *     exported
 * @param tellsEveryone whether the library tells everyone it knows; if not, persons in no group
 *     were not seen
 */
public record ExportResult(
    long persons, long faces, Map<String, List<String>> incomplete, boolean tellsEveryone) {

  /** Copies the map. */
  public ExportResult {
    incomplete = Map.copyOf(incomplete);
  }

  /** Returns whether nobody was missed, and every face came with its picture or its address. */
  public boolean isComplete() {
    return tellsEveryone && incomplete.isEmpty();
  }
}
