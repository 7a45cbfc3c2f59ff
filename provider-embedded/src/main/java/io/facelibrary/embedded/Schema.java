package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The tables, their version, and the upgrade steps between versions. Uniqueness, cascades and
 * limits are constraints of the database, so that no code path can violate them.
 */
final class Schema {
  /** "FLib"; distinguishes a library from other SQLite databases. */
  static final int APPLICATION = 0x464C6962;

  static final String FACES_FULL = "the person has the maximum number of faces";
  static final String GROUPS_FULL = "the library has the maximum number of groups";

  private static final String IDENTITY = "identity";

  // Step n upgrades version n to n + 1. A released step is never changed.
  static final List<List<String>> STEPS =
      List.of(statements("schema-1.sql"), statements("schema-2.sql"), statements("schema-3.sql"));

  static final int VERSION = STEPS.size();

  private Schema() {}

  private static List<String> statements(String resource) {
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.replace("\r", "").strip().split("\n\n", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Upgrades a database to the newest version, or creates the tables in an empty one. */
  static void upgrade(Database database) throws SQLException {
    upgrade(database, STEPS);
  }

  /** Runs the missing steps in one transaction, so that an upgrade is complete or has no effect. */
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
        database.update("INSERT INTO sqlite_sequence (name, seq) VALUES ('face', 0)");
        SettingTable.put(database, IDENTITY, ThreadLocalRandom.current().nextLong());
        database.execute("PRAGMA application_id=" + APPLICATION);
      }
      database.execute("PRAGMA user_version=" + steps.size());
      database.execute("COMMIT");
    } catch (SQLException e) {
      database.execute("ROLLBACK");
      throw e;
    }
  }

  /** Returns the version. Refuses a foreign database and one of a newer release. */
  static int checkedVersion(Database database) throws SQLException {
    long application = database.number("PRAGMA application_id");
    int version = (int) database.number("PRAGMA user_version");
    boolean empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION && !empty) {
      throw InvalidRequestException.of("folder", "must contain a face library or be empty");
    }
    if (version > VERSION) {
      throw FaceLibraryException.of(
          ErrorKind.UNSUPPORTED,
          Effect.NONE,
          "the library has version "
              + version
              + " of a newer release; this release reads versions up to "
              + VERSION);
    }
    return version;
  }

  /** Sets the limits as constraints. Without a limit there is no constraint and no cost. */
  static void limit(Database database, OptionalInt facesPerPerson, OptionalInt groups)
      throws SQLException {
    database.execute("DROP TRIGGER IF EXISTS faces_limit");
    database.execute("DROP TRIGGER IF EXISTS groups_limit");
    if (facesPerPerson.isPresent()) {
      database.execute(
          "CREATE TRIGGER faces_limit BEFORE INSERT ON face"
              + " WHEN (SELECT count(*) FROM face WHERE person = NEW.person) >= "
              + facesPerPerson.getAsInt()
              + (" BEGIN SELECT RAISE(ABORT, '" + FACES_FULL + "'); END"));
    }
    if (groups.isPresent()) {
      database.execute(
          "CREATE TRIGGER groups_limit BEFORE INSERT ON person_group"
              + " WHEN (SELECT count(*) FROM person_group) >= "
              + groups.getAsInt()
              + (" BEGIN SELECT RAISE(ABORT, '" + GROUPS_FULL + "'); END"));
    }
  }

  /** The number that distinguishes this library from others. */
  static long identity(Database database) throws SQLException {
    return SettingTable.number(database, IDENTITY)
        .orElseThrow(() -> StorageFailures.damaged(Effect.NONE, new SQLException("no identity")));
  }
}
