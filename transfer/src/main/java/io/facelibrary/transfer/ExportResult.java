package io.facelibrary.transfer;

import java.util.List;
import java.util.Map;

/**
 * The content of an export.
 *
 * @param persons the number of persons
 * @param faces the number of faces
 * @param incomplete ids of faces, by person, for which the library keeps neither image nor URL.
 *     Such a face can only be imported into a library of the same model, and only if vectors were
 *     exported.
 * @param includesUngrouped whether the library reports persons in no group; if not, they were not
 *     exported
 */
public record ExportResult(
    long persons, long faces, Map<String, List<String>> incomplete, boolean includesUngrouped) {

  /** Copies the map. */
  public ExportResult {
    incomplete = Map.copyOf(incomplete);
  }

  /** Returns whether every person is included, and every face with its image or its URL. */
  public boolean isComplete() {
    return includesUngrouped && incomplete.isEmpty();
  }
}
