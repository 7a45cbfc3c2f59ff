package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * A pool of read connections. Each read uses a consistent snapshot and does not wait for writes. If
 * all connections are in use, a read waits for one.
 */
final class Readers implements AutoCloseable {
  private final ConnectionFactory factory;
  private final int limit;
  private final Semaphore permits;
  private final ConcurrentLinkedQueue<Database> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /** Opens a connection. */
  @FunctionalInterface
  interface ConnectionFactory {
    Database open() throws SQLException;
  }

  Readers(ConnectionFactory factory, int limit) {
    this.factory = factory;
    this.limit = limit;
    this.permits = new Semaphore(limit);
  }

  <T> T read(SqlTask<Database, T> task) {
    // Reads are short, so waiting for a connection does not need to be interruptible.
    permits.acquireUninterruptibly();
    try {
      if (closed) {
        throw FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "the library is closed");
      }
      return readInTransaction(task);
    } catch (SQLException e) {
      throw StorageFailures.of(e, Effect.NONE);
    } catch (StatementFailure e) {
      throw StorageFailures.of(e.failure(), Effect.NONE);
    } finally {
      permits.release();
    }
  }

  private <T> T readInTransaction(SqlTask<Database, T> task) throws SQLException {
    Database pooled = idle.poll();
    Database database = pooled == null ? factory.open() : pooled;
    boolean succeeded = false;
    try {
      database.update("BEGIN");
      T result;
      try {
        result = task.run(database);
      } finally {
        database.update("COMMIT");
      }
      succeeded = true;
      return result;
    } finally {
      if (succeeded) {
        idle.add(database);
      } else {
        database.close();
      }
    }
  }

  /** Refuses new reads and waits for those in progress. */
  @Override
  public void close() {
    closed = true;
    permits.acquireUninterruptibly(limit);
    try {
      Database database = idle.poll();
      while (database != null) {
        database.close();
        database = idle.poll();
      }
    } catch (SQLException e) {
      throw StorageFailures.of(e, Effect.NONE);
    } finally {
      permits.release(limit);
    }
  }
}
