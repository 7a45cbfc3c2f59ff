package io.facelibrary.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/**
 * One connection to the database, with a cache of prepared statements. Not thread-safe.
 *
 * <p>With {@code synchronous=FULL}, a commit returns after the write-ahead log has reached the
 * disk. With {@code secure_delete}, SQLite overwrites freed space with zeros.
 */
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 5_000;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database forWriting(Path file) throws SQLException {
    Database database = open(file.toString(), new SQLiteConfig());
    return database.with("PRAGMA journal_mode=WAL");
  }

  static Database forReading(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file.toString(), config);
  }

  /**
   * Opens a file that no process can be writing, without the two files that readers and writers
   * share. This is how a library in a read-only folder is read.
   */
  static Database immutable(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return open("file:" + file.toUri().getRawPath() + "?immutable=1", config);
  }

  private static Database open(String name, SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    Connection connection = config.createConnection("jdbc:sqlite:" + name);
    Database database = new Database(connection);
    // Temporary data of statements stays in memory, so that no deleted data is left in a file.
    return database
        .with("PRAGMA synchronous=FULL")
        .with("PRAGMA secure_delete=ON")
        .with("PRAGMA temp_store=MEMORY");
  }

  private Database with(String pragma) throws SQLException {
    try {
      execute(pragma);
      return this;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Runs statements without caching them. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a statement and returns the number of changed rows. */
  int update(String sql, Object... values) throws SQLException {
    try {
      return bind(sql, values).executeUpdate();
    } catch (SQLException e) {
      discard(sql);
      throw e;
    }
  }

  /** Runs a query. The rows must be read and closed before the same query runs again. */
  ResultSet query(String sql, Object... values) throws SQLException {
    try {
      return bind(sql, values).executeQuery();
    } catch (SQLException e) {
      discard(sql);
      throw e;
    }
  }

  long number(String sql, Object... values) throws SQLException {
    try (ResultSet row = query(sql, values)) {
      if (!row.next()) {
        throw new SQLException("a statement returned no row");
      }
      return row.getLong(1);
    }
  }

  // The driver closes a statement that failed, so it cannot be used again.
  private void discard(String sql) throws SQLException {
    PreparedStatement failed = prepared.remove(sql);
    if (failed != null) {
      failed.close();
    }
  }

  private PreparedStatement bind(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else if (value instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (value instanceof Integer number) {
        statement.setInt(i + 1, number);
      } else if (value instanceof Absent) {
        statement.setNull(i + 1, java.sql.Types.NULL);
      } else {
        statement.setString(i + 1, value.toString());
      }
    }
    return statement;
  }

  /** Closes the statements and the connection. */
  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
    connection.close();
  }

  /** Stands for SQL NULL. */
  enum Absent {
    ABSENT
  }
}
