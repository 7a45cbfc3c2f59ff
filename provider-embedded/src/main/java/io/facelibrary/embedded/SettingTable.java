package io.facelibrary.embedded;

import io.facelibrary.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** The table {@code setting}: values by name. */
final class SettingTable {
  private SettingTable() {}

  static Optional<String> text(Database database, String name) throws SQLException {
    try (ResultSet row = database.query("SELECT value FROM setting WHERE name = ?", name)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  /** Returns a number. A value that is not a number is reported as damage. */
  static OptionalLong number(Database database, String name) throws SQLException {
    Optional<String> text = text(database, name);
    try {
      return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
    } catch (NumberFormatException e) {
      throw StorageFailures.damaged(Effect.NONE, e);
    }
  }

  static void put(Database database, String name, String value) throws SQLException {
    database.update(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }

  static void put(Database database, String name, long value) throws SQLException {
    put(database, name, Long.toString(value));
  }
}
