package io.facelibrary.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rebuilds the vector file from the database.
 *
 * @param restored the number of vectors that were missing or damaged
 * @param removed the number of vectors that the database does not have
 */
record VectorRebuild(int restored, int removed) {
  static final VectorRebuild NOTHING = new VectorRebuild(0, 0);

  /** Receives a missing vector from the database. */
  @FunctionalInterface
  interface Target {
    void put(long face, long person, byte[] vector);
  }

  /**
   * Compares the file with the database, removes stray vectors and restores missing ones.
   *
   * @param target stores the missing vectors
   */
  static VectorRebuild run(VectorFile file, Database database, Target target) throws SQLException {
    LongIntMap known = new LongIntMap();
    List<Long> missing = new ArrayList<>();
    // Uses only the index of persons. Embeddings are read only for the missing vectors.
    try (ResultSet row = database.query("SELECT id, person FROM face INDEXED BY face_of_person")) {
      while (row.next()) {
        long face = row.getLong(1);
        known.put(face, 0);
        if (!file.contains(face, row.getLong(2))) {
          missing.add(face);
        }
      }
    }
    int removed = file.retain(known);
    int restored = 0;
    for (long face : missing) {
      try (ResultSet row =
          database.query(
              "SELECT face.person, vector.embedding FROM face"
                  + " JOIN vector ON vector.face = face.id WHERE face.id = ?",
              face)) {
        if (row.next()) {
          target.put(face, row.getLong(1), row.getBytes(2));
          restored++;
        }
      }
    }
    return new VectorRebuild(restored, removed);
  }
}
