package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that changes the truth. Works that wait together share one commit, each within a
 * savepoint of its own, and no caller is answered before the commit has returned.
 */
final class Writer implements AutoCloseable {
  private static final int MOST_WAITING = 1024;
  private static final int MOST_TOGETHER = 256;
  private static final int QUIET_MILLIS = 100;
  private static final WriteTask<Boolean> END = new WriteTask<>(transaction -> true, true);

  private final Database database;
  private final SqlTask<Database, Boolean> checkpoint;
  private final BlockingQueue<WriteTask<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  // Held shared while a work is handed over, so that none comes after the end.
  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private final Thread thread;
  private volatile @Nullable FaceLibraryException broken;
  private boolean closed;
  // Of the writer's thread alone: when what was deleted must leave the log, if anything was.
  private boolean erasing;

  /**
   * Starts the thread.
   *
   * @param checkpoint run a moment after something was deleted, and again until it answers true
   */
  Writer(Database database, SqlTask<Database, Boolean> checkpoint) {
    this.database = database;
    this.checkpoint = checkpoint;
    this.thread = new Thread(this::run, "face-library-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Does a work in a transaction and returns once it is on disk.
   *
   * @throws FaceLibraryException with effect {@code NONE} if it was undone or never begun, {@code
   *     UNKNOWN} if the commit itself failed; {@code INTERRUPTED} only for a work never begun
   */
  <T> T write(SqlTask<Transaction, T> work) {
    return handOver(new WriteTask<>(work, false));
  }

  /** Does on the writer's thread what cannot be done within a transaction, such as a checkpoint. */
  <T> T alone(SqlTask<Database, T> work) {
    return handOver(new WriteTask<>(transaction -> work.in(transaction.database()), true));
  }

  private <T> T handOver(WriteTask<T> pending) {
    gate.readLock().lock();
    try {
      if (closed) {
        throw FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "the library is closed");
      }
      waiting.put(pending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WriteTask.interrupted();
    } finally {
      gate.readLock().unlock();
    }
    return pending.await();
  }

  /** Whether a write has failed so that what is beside the truth may not be what it says. */
  boolean isBroken() {
    return broken != null;
  }

  /** How many works nobody has taken up yet. */
  int waiting() {
    return waiting.size();
  }

  private void run() {
    List<WriteTask<?>> together = new ArrayList<>(MOST_TOGETHER);
    boolean ended = false;
    while (!ended) {
      together.clear();
      try {
        WriteTask<?> next =
            erasing ? waiting.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : waiting.take();
        if (next == null) {
          erase();
          continue;
        }
        together.add(next);
      } catch (InterruptedException e) {
        continue; // Nobody has a reason to interrupt this thread; the end comes through the queue.
      }
      waiting.drainTo(together, MOST_TOGETHER - 1);
      ended = together.remove(END);
      together.removeIf(pending -> !pending.take());
      writeInOrder(together);
    }
  }

  private void erase() {
    try {
      erasing = !checkpoint.in(database);
    } catch (SQLException | RuntimeException e) {
      // Tried again in a moment; a disk that stays broken is told to the next who writes.
      erasing = true;
    }
  }

  private void writeInOrder(List<WriteTask<?>> works) {
    int from = 0;
    while (from < works.size()) {
      int to = from;
      while (to < works.size() && !works.get(to).isAlone()) {
        to++;
      }
      if (to > from) {
        writeTogether(works.subList(from, to));
      } else {
        runOutside(works.get(from));
        to = from + 1;
      }
      works.subList(from, to).forEach(WriteTask::finish);
      from = to;
    }
  }

  private void runOutside(WriteTask<?> pending) {
    try {
      pending.run(new Transaction(database));
    } catch (Throwable e) {
      pending.fail(e);
    }
  }

  private void writeTogether(List<WriteTask<?>> together) {
    FaceLibraryException reason = broken;
    if (reason != null) {
      together.forEach(pending -> pending.fail(refusal(reason)));
      return;
    }
    Transaction transaction = new Transaction(database);
    try {
      database.update("BEGIN IMMEDIATE");
      if (together.size() == 1) {
        // Nobody else's work is in the transaction: undoing it needs no savepoint.
        if (!run(together.get(0), transaction)) {
          rollBack();
          return;
        }
      } else {
        for (WriteTask<?> pending : together) {
          runAlone(pending, transaction);
        }
      }
    } catch (SQLException e) {
      rollBack();
      together.stream().filter(pending -> !pending.hasFailed()).forEach(pending -> pending.fail(e));
      return;
    }
    commit(together, transaction);
  }

  /** Runs one work so that its failure undoes it and nothing else. */
  private void runAlone(WriteTask<?> pending, Transaction transaction) throws SQLException {
    int steps = transaction.steps();
    database.update("SAVEPOINT work");
    if (!run(pending, transaction)) {
      transaction.forgetFrom(steps);
      database.update("ROLLBACK TO work");
    }
    database.update("RELEASE work");
  }

  /** Runs one work; false if it failed and is to be undone. */
  private static boolean run(WriteTask<?> pending, Transaction transaction) throws SQLException {
    try {
      pending.run(transaction);
      return true;
    } catch (Throwable thrown) {
      Throwable e = thrown instanceof StatementFailure carrier ? carrier.failure() : thrown;
      if (e instanceof SQLException failure && StorageFailures.endsTransaction(failure)) {
        throw failure;
      }
      pending.fail(e);
      return false;
    }
  }

  private void commit(List<WriteTask<?>> together, Transaction transaction) {
    try {
      database.update("COMMIT");
    } catch (SQLException e) {
      rollBack();
      // What reached the log may be found by the next opening: nobody can say that nothing
      // happened.
      FaceLibraryException failure = StorageFailures.of(e, Effect.UNKNOWN);
      if (!StorageFailures.isFull(e)) {
        broken = failure;
      }
      together.stream()
          .filter(pending -> !pending.hasFailed())
          .forEach(pending -> pending.fail(StorageFailures.of(e, Effect.UNKNOWN)));
      return;
    }
    erasing |= transaction.isErasing();
    try {
      transaction.committed();
    } catch (RuntimeException e) {
      // The truth holds the change; what is derived from it can be made anew by opening again.
      broken =
          FaceLibraryException.builder(
                  ErrorKind.UNAVAILABLE, Effect.NONE, "a file beside the truth failed")
              .cause(e)
              .build();
    }
  }

  private void rollBack() {
    try {
      database.update("ROLLBACK");
    } catch (SQLException ignored) {
      // The database rolled back by itself, which is what was wanted.
    }
  }

  private static FaceLibraryException refusal(FaceLibraryException reason) {
    return FaceLibraryException.builder(
            reason.kind(), Effect.NONE, "an earlier write failed; open the library again")
        .cause(reason)
        .build();
  }

  /** Writes all that was handed over and ends. Closing again waits as well. */
  @Override
  public void close() {
    boolean interrupted = false;
    gate.writeLock().lock();
    try {
      while (!closed) {
        try {
          waiting.put(END);
          closed = true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      gate.writeLock().unlock();
    }
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
