package io.facelibrary.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds everything beside the truth against it, and says what differs and how often. */
final class Check {
  private final StoreComponents parts;
  private final Map<FindingKind, Integer> findings = new EnumMap<>(FindingKind.class);

  Check(StoreComponents parts) {
    this.parts = parts;
  }

  /** Looks at everything; writes wait meanwhile. Empty if nothing differs. */
  Map<FindingKind, Integer> run() {
    parts
        .writer()
        .alone(
            database -> {
              database(database);
              pictures(database);
              if (parts.vectors().isPresent()) {
                vectors(database, parts.vectors().get());
              }
              return true;
            });
    return Map.copyOf(findings);
  }

  private void database(Database database) throws SQLException {
    try (ResultSet row = database.query("PRAGMA integrity_check(1)")) {
      if (!row.next() || !"ok".equals(row.getString(1))) {
        found(FindingKind.DAMAGED_DATABASE);
      }
    }
    try (ResultSet row = database.query("PRAGMA foreign_key_check")) {
      if (row.next()) {
        found(FindingKind.DAMAGED_DATABASE);
      }
    }
  }

  private void pictures(Database database) throws SQLException {
    Set<String> orphans = new HashSet<>(parts.pictures().names());
    try (ResultSet row = database.query("SELECT DISTINCT picture FROM face WHERE kept = 1")) {
      while (row.next()) {
        String name = ImageFiles.name(row.getBytes(1));
        orphans.remove(name);
        Optional<byte[]> content = parts.pictures().readUnchecked(name);
        if (content.isEmpty()) {
          found(FindingKind.MISSING_PICTURE);
        } else if (!ImageFiles.isOf(name, content.get())) {
          found(FindingKind.DAMAGED_PICTURE);
        }
      }
    }
    // Those of a write under way look like orphans; whoever holds them has not written yet.
    orphans.removeIf(parts.pictures()::isHeld);
    orphans.forEach(orphan -> found(FindingKind.ORPHANED_PICTURE));
  }

  private void vectors(Database database, VectorFile file) throws SQLException {
    try (ResultSet row =
        database.query(
            "SELECT id, person, numbers FROM face JOIN vector ON vector.face = face.id")) {
      while (row.next()) {
        if (!file.holds(row.getLong(1), row.getLong(2))) {
          found(FindingKind.MISSING_VECTOR);
        } else if (!file.hasVector(row.getLong(1), row.getBytes(3))) {
          found(FindingKind.DAMAGED_VECTOR);
        }
      }
    }
  }

  private void found(FindingKind finding) {
    findings.merge(finding, 1, Integer::sum);
  }
}
