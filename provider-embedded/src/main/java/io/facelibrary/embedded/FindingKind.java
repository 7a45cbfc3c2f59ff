package io.facelibrary.embedded;

import io.facelibrary.CheckReport;
import java.util.Locale;
import java.util.Map;

/** Something that is not as the truth says. */
enum FindingKind {
  DAMAGED_DATABASE("the database contradicts itself: restore a backup"),
  MISSING_PICTURE("a picture that faces refer to is not there"),
  DAMAGED_PICTURE("the content of a picture is not what its name says"),
  ORPHANED_PICTURE("no face refers to a picture: open the library again to remove it"),
  MISSING_VECTOR("a vector is not among those that are searched: open the library again"),
  DAMAGED_VECTOR("a vector that is searched is not what the truth says: open the library again"),
  STRAY_VECTOR("a vector that was searched belongs to no face");

  private final String meaning;

  FindingKind(String meaning) {
    this.meaning = meaning;
  }

  /** Makes the report of how often each was found. */
  static CheckReport report(Map<FindingKind, Integer> counts) {
    return new CheckReport(
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey().counted(entry.getValue()))
            .toList());
  }

  private CheckReport.Finding counted(int count) {
    return new CheckReport.Finding(
        name().toLowerCase(Locale.ROOT).replace('_', '-'), count, meaning);
  }
}
