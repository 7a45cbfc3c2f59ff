package io.facelibrary.embedded;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A mark that the last closing leaves in the database and, when the vectors are on disk, in their
 * file. Where both are the same, nothing has happened since and the two need not be compared.
 */
final class CleanShutdownMarker {
  private static final String MARK = "clean-end";
  private static final long NONE = 0;

  private CleanShutdownMarker() {}

  /** Whether the library was not closed when it was last open. */
  static boolean isMissing(Database database) throws SQLException {
    return mark(database) == NONE;
  }

  /** Whether vectors are as they were when both were closed. */
  static boolean isOf(Database database, VectorFile vectors) throws SQLException {
    long mark = mark(database);
    return mark != NONE && vectors.mark() == mark && vectors.isWhole();
  }

  /** The mark in the database; 0 if there is none. */
  static long mark(Database database) throws SQLException {
    return Schema.number(database, MARK).orElse(NONE);
  }

  /** Takes the mark away, before anything is changed. */
  static void forget(Database database, Optional<VectorFile> vectors) throws SQLException {
    Schema.remember(database, MARK, Long.toString(NONE));
    vectors.ifPresent(file -> file.mark(NONE));
  }

  /** Leaves the mark, after everything was changed. */
  static void remember(Database database, Optional<VectorFile> vectors) throws SQLException {
    long mark = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    vectors.ifPresent(file -> file.mark(mark));
    Schema.remember(database, MARK, Long.toString(mark));
  }
}
