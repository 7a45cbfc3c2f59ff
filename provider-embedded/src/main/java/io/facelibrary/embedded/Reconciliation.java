package io.facelibrary.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the vectors beside the truth what the truth says.
 *
 * @param restored how many were missing or damaged
 * @param dropped how many the truth does not know
 */
record Reconciliation(int restored, int dropped) {

  static Reconciliation of(VectorFile file, Database truth) throws SQLException {
    LongIntMap known = new LongIntMap();
    List<Long> missing = new ArrayList<>();
    try (ResultSet row =
        truth.query("SELECT id, person FROM face WHERE vector IS NOT NULL ORDER BY id")) {
      while (row.next()) {
        long face = row.getLong(1);
        known.put(face, 0);
        if (!file.holds(face, row.getLong(2))) {
          missing.add(face);
        }
      }
    }
    int dropped = file.retain(known);
    for (long face : missing) {
      try (ResultSet row = truth.query("SELECT person, vector FROM face WHERE id = ?", face)) {
        if (row.next()) {
          file.put(face, row.getLong(1), row.getBytes(2));
        }
      }
    }
    return new Reconciliation(missing.size(), dropped);
  }
}
