package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Connections to read by. Each reading sees the library as it was at one moment and waits for no
 * writer; more readers than connections wait for each other.
 */
final class Readers implements AutoCloseable {
  private final Opening opening;
  private final int most;
  private final Semaphore permits;
  private final ConcurrentLinkedQueue<Database> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /** How another connection comes to be. */
  @FunctionalInterface
  interface Opening {
    Database open() throws SQLException;
  }

  Readers(Opening opening, int most) {
    this.opening = opening;
    this.most = most;
    this.permits = new Semaphore(most);
  }

  <T> T read(SqlTask<Database, T> work) {
    // A reading is short: waiting for a connection is not worth an interruption of its own.
    permits.acquireUninterruptibly();
    try {
      if (closed) {
        throw FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "the library is closed");
      }
      return readOn(work);
    } catch (SQLException e) {
      throw StorageFailures.of(e, Effect.NONE);
    } catch (StatementFailure e) {
      throw StorageFailures.of(e.failure(), Effect.NONE);
    } finally {
      permits.release();
    }
  }

  private <T> T readOn(SqlTask<Database, T> work) throws SQLException {
    Database taken = idle.poll();
    Database database = taken == null ? opening.open() : taken;
    boolean whole = false;
    try {
      database.update("BEGIN");
      T answer;
      try {
        answer = work.in(database);
      } finally {
        database.update("COMMIT");
      }
      whole = true;
      return answer;
    } finally {
      if (whole) {
        idle.add(database);
      } else {
        database.close();
      }
    }
  }

  /** Waits for the readings under way, and lets none begin. */
  @Override
  public void close() {
    closed = true;
    permits.acquireUninterruptibly(most);
    try {
      Database database = idle.poll();
      while (database != null) {
        database.close();
        database = idle.poll();
      }
    } catch (SQLException e) {
      throw StorageFailures.of(e, Effect.NONE);
    } finally {
      permits.release(most);
    }
  }
}
