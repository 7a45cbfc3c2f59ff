package io.facelibrary.embedded;

import io.facelibrary.CheckReport;
import java.util.Locale;
import java.util.Map;

/** A kind of difference that a check reports. Users see the kind and its message. */
enum FindingKind {
  DAMAGED_DATABASE("the database is inconsistent: restore a backup"),
  MISSING_IMAGE("the image of a face is missing"),
  DAMAGED_IMAGE("the content of an image file differs from the digest in its name"),
  ORPHANED_IMAGE("an image file belongs to no face: open the library again to remove it"),
  MISSING_VECTOR("a vector is missing in the search index: open the library again to rebuild it"),
  DAMAGED_VECTOR(
      "a vector in the search index differs from the database: open the library again to rebuild"
          + " it"),
  STRAY_VECTOR("a vector in the search index belonged to no face");

  private final String message;

  FindingKind(String message) {
    this.message = message;
  }

  /** Returns a report with the number of findings of each kind. */
  static CheckReport report(Map<FindingKind, Integer> counts) {
    return CheckReport.of(
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey().counted(entry.getValue()))
            .toList());
  }

  private CheckReport.Finding counted(int count) {
    return CheckReport.Finding.of(
        name().toLowerCase(Locale.ROOT).replace('_', '-'), count, message);
  }
}
