package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The tables, their version, and the steps from each version to the next. Uniqueness, cascades and
 * limits are constraints, so that no path around the rules can break them.
 */
final class Schema {
  /** "FLib", so that a database of anybody else is told from a library. */
  static final int APPLICATION = 0x464C6962;

  static final String FACES_FULL = "the person holds its faces";
  static final String GROUPS_FULL = "the library holds its groups";

  private static final String IDENTITY = "identity";

  private static final long FIRST_ID = 10_000_000_000_000_000L;
  private static final long LAST_START = 50_000_000_000_000_000L;

  // Step n leads from version n to n + 1; a step that was released is never changed.
  static final List<List<String>> STEPS =
      List.of(
          List.of(
              "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
              """
              CREATE TABLE person (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL, note TEXT NOT NULL) STRICT\
              """,
              """
              CREATE TABLE circle (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
                since INTEGER NOT NULL) STRICT\
              """,
              // By the person's id, so that a page of a group is a range, however large the group.
              """
              CREATE TABLE membership (
                circle INTEGER NOT NULL REFERENCES circle,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (circle, person)) STRICT, WITHOUT ROWID\
              """,
              "CREATE INDEX membership_of_person ON membership (person)",
              """
              CREATE TRIGGER empty_circle AFTER DELETE ON membership
                WHEN NOT EXISTS (SELECT 1 FROM membership WHERE circle = OLD.circle)
                BEGIN DELETE FROM circle WHERE number = OLD.circle; END\
              """,
              // AUTOINCREMENT: the id of a deleted face is never given to another.
              """
              CREATE TABLE face (id INTEGER PRIMARY KEY AUTOINCREMENT,
                person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
                source TEXT,
                picture BLOB CHECK (picture IS NULL OR length(picture) = 32),
                kept INTEGER NOT NULL CHECK (kept IN (0, 1))) STRICT\
              """,
              // Apart from their faces, so that going through all faces does not read them.
              """
              CREATE TABLE vector (face INTEGER PRIMARY KEY REFERENCES face ON DELETE CASCADE,
                numbers BLOB NOT NULL CHECK (length(numbers) % 4 = 0)) STRICT\
              """,
              "CREATE INDEX face_of_person ON face (person)",
              "CREATE INDEX face_of_picture ON face (picture) WHERE picture IS NOT NULL",
              "CREATE INDEX face_of_source ON face (source) WHERE source IS NOT NULL"));

  static final int VERSION = STEPS.size();

  private Schema() {}

  /** Brings a database to the newest version; a new one is made. */
  static void upgrade(Database database) throws SQLException {
    upgrade(database, STEPS);
  }

  /** Takes all the steps that are left in one transaction: a version is reached, or not left. */
  static void upgrade(Database database, List<List<String>> steps) throws SQLException {
    int version = checkedVersion(database);
    if (version == steps.size()) {
      return;
    }
    database.execute("BEGIN IMMEDIATE");
    try {
      for (List<String> step : steps.subList(version, steps.size())) {
        for (String statement : step) {
          database.execute(statement);
        }
      }
      if (version == 0) {
        long start = ThreadLocalRandom.current().nextLong(FIRST_ID, LAST_START);
        database.update("INSERT INTO sqlite_sequence (name, seq) VALUES ('face', ?)", start);
        remember(database, IDENTITY, Long.toString(ThreadLocalRandom.current().nextLong()));
        database.execute("PRAGMA application_id=" + APPLICATION);
      }
      database.execute("PRAGMA user_version=" + steps.size());
      database.execute("COMMIT");
    } catch (SQLException e) {
      database.execute("ROLLBACK");
      throw e;
    }
  }

  /** Reads the version; refuses what is no library and what a newer program made. */
  static int checkedVersion(Database database) throws SQLException {
    long application = database.number("PRAGMA application_id");
    int version = (int) database.number("PRAGMA user_version");
    boolean empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION && !empty) {
      throw InvalidRequestException.of("folder", "must hold a face library or nothing");
    }
    if (version > VERSION) {
      throw FaceLibraryException.of(
          ErrorKind.UNSUPPORTED,
          Effect.NONE,
          "the library has version "
              + version
              + ", which a newer release made; this one reads up to "
              + VERSION);
    }
    return version;
  }

  /** Makes the limits constraints; no limit costs nothing. */
  static void limit(Database database, OptionalInt facesPerPerson, OptionalInt groups)
      throws SQLException {
    database.execute("DROP TRIGGER IF EXISTS faces_limit");
    database.execute("DROP TRIGGER IF EXISTS circles_limit");
    if (facesPerPerson.isPresent()) {
      database.execute(
          "CREATE TRIGGER faces_limit BEFORE INSERT ON face"
              + " WHEN (SELECT count(*) FROM face WHERE person = NEW.person) >= "
              + facesPerPerson.getAsInt()
              + (" BEGIN SELECT RAISE(ABORT, '" + FACES_FULL + "'); END"));
    }
    if (groups.isPresent()) {
      database.execute(
          "CREATE TRIGGER circles_limit BEFORE INSERT ON circle"
              + " WHEN (SELECT count(*) FROM circle) >= "
              + groups.getAsInt()
              + (" BEGIN SELECT RAISE(ABORT, '" + GROUPS_FULL + "'); END"));
    }
  }

  /** The number that tells this library from others. */
  static long identity(Database database) throws SQLException {
    return number(database, IDENTITY)
        .orElseThrow(() -> StorageFailures.damaged(Effect.NONE, new SQLException("no identity")));
  }

  /** A setting that is a number; anything else there is damage. */
  static OptionalLong number(Database database, String name) throws SQLException {
    Optional<String> text = setting(database, name);
    try {
      return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
    } catch (NumberFormatException e) {
      throw StorageFailures.damaged(Effect.NONE, e);
    }
  }

  static Optional<String> setting(Database database, String name) throws SQLException {
    try (ResultSet row = database.query("SELECT value FROM setting WHERE name = ?", name)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  static void remember(Database database, String name, String value) throws SQLException {
    database.update(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }
}
