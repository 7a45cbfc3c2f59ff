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
record VectorRebuild(int restored, int dropped) {
  static final VectorRebuild NOTHING = new VectorRebuild(0, 0);

  /** Takes a vector that the truth has. */
  @FunctionalInterface
  interface Keeper {
    void put(long face, long person, byte[] vector);
  }

  /**
   * Compares and mends.
   *
   * @param keeper takes what is missing into the file
   */
  static VectorRebuild of(VectorFile file, Database truth, Keeper keeper) throws SQLException {
    LongIntMap known = new LongIntMap();
    List<Long> missing = new ArrayList<>();
    // From the index of persons alone: the vectors are read for those that are missing only.
    try (ResultSet row = truth.query("SELECT id, person FROM face INDEXED BY face_of_person")) {
      while (row.next()) {
        long face = row.getLong(1);
        known.put(face, 0);
        if (!file.holds(face, row.getLong(2))) {
          missing.add(face);
        }
      }
    }
    int dropped = file.retain(known);
    int restored = 0;
    for (long face : missing) {
      try (ResultSet row =
          truth.query(
              "SELECT face.person, vector.numbers FROM face"
                  + " JOIN vector ON vector.face = face.id WHERE face.id = ?",
              face)) {
        if (row.next()) {
          keeper.put(face, row.getLong(1), row.getBytes(2));
          restored++;
        }
      }
    }
    return new VectorRebuild(restored, dropped);
  }
}
