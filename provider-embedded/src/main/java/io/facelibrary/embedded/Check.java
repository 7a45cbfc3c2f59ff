package io.facelibrary.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the image files and the vector file with the database and counts the differences. */
final class Check {
  private final StoreComponents components;
  private final Map<FindingKind, Integer> findings = new EnumMap<>(FindingKind.class);

  Check(StoreComponents components) {
    this.components = components;
  }

  /** Checks everything. Writes wait meanwhile. Returns an empty map if nothing differs. */
  Map<FindingKind, Integer> run() {
    components
        .writer()
        .runOutsideTransaction(
            database -> {
              database(database);
              images(database);
              if (components.vectors().isPresent()) {
                vectors(database, components.vectors().get());
              }
              return true;
            });
    return Map.copyOf(findings);
  }

  private void database(Database database) throws SQLException {
    try (ResultSet row = database.query("PRAGMA integrity_check(1)")) {
      if (!row.next() || !"ok".equals(row.getString(1))) {
        count(FindingKind.DAMAGED_DATABASE);
      }
    }
    try (ResultSet row = database.query("PRAGMA foreign_key_check")) {
      if (row.next()) {
        count(FindingKind.DAMAGED_DATABASE);
      }
    }
  }

  private void images(Database database) throws SQLException {
    Set<String> orphans = new HashSet<>(components.images().names());
    try (ResultSet row = database.query("SELECT DISTINCT image FROM face WHERE kept = 1")) {
      while (row.next()) {
        String name = ImageFiles.name(row.getBytes(1));
        orphans.remove(name);
        Optional<byte[]> content = components.images().readUnchecked(name);
        if (content.isEmpty()) {
          count(FindingKind.MISSING_IMAGE);
        } else if (!ImageFiles.matches(name, content.get())) {
          count(FindingKind.DAMAGED_IMAGE);
        }
      }
    }
    // An image of a write in progress is not an orphan: its face is not in the database yet.
    orphans.removeIf(components.images()::isPinned);
    orphans.forEach(orphan -> count(FindingKind.ORPHANED_IMAGE));
  }

  private void vectors(Database database, VectorFile file) throws SQLException {
    try (ResultSet row =
        database.query(
            "SELECT id, person, embedding FROM face JOIN vector ON vector.face = face.id")) {
      while (row.next()) {
        if (!file.contains(row.getLong(1), row.getLong(2))) {
          count(FindingKind.MISSING_VECTOR);
        } else if (!file.hasVector(row.getLong(1), row.getBytes(3))) {
          count(FindingKind.DAMAGED_VECTOR);
        }
      }
    }
  }

  private void count(FindingKind finding) {
    findings.merge(finding, 1, Integer::sum);
  }
}
