package io.facelibrary.embedded;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A random number that closing a library writes into the database and into the vector file. If both
 * have the same number at the next opening, neither has changed since, and they are not compared.
 */
final class CleanShutdownMarker {
  private static final String NAME = "clean-end";
  private static final long NONE = 0;

  private CleanShutdownMarker() {}

  /** Whether the library was not closed cleanly. */
  static boolean isMissing(Database database) throws SQLException {
    return read(database) == NONE;
  }

  /** Whether the vector file is as it was at the clean shutdown. */
  static boolean matches(Database database, VectorFile vectors) throws SQLException {
    long marker = read(database);
    return marker != NONE && vectors.marker() == marker && vectors.isIntact();
  }

  /** Returns the marker in the database; 0 if there is none. */
  static long read(Database database) throws SQLException {
    return SettingTable.number(database, NAME).orElse(NONE);
  }

  /** Removes the marker. Must be called before the first change. */
  static void clear(Database database, Optional<VectorFile> vectors) throws SQLException {
    SettingTable.put(database, NAME, NONE);
    vectors.ifPresent(file -> file.setMarker(NONE));
  }

  /** Writes a new marker. Must be called after the last change. */
  static void write(Database database, Optional<VectorFile> vectors) throws SQLException {
    long marker = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    vectors.ifPresent(file -> file.setMarker(marker));
    SettingTable.put(database, NAME, marker);
  }
}
