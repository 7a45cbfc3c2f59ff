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
 * The only thread that changes the database. Queued tasks share one commit, each within its own
 * savepoint. No caller returns before the commit has returned.
 */
final class Writer implements AutoCloseable {
  private static final int MAX_QUEUE_LENGTH = 1024;
  private static final int MAX_BATCH_SIZE = 256;
  private static final int ERASE_DELAY_MILLIS = 100;
  private static final WriteTask<Boolean> END = new WriteTask<>(transaction -> true, true);

  private final Database database;
  private final SqlTask<Database, Boolean> checkpoint;
  private final BlockingQueue<WriteTask<?>> queue = new ArrayBlockingQueue<>(MAX_QUEUE_LENGTH);
  // Held shared while a task is queued, so that no task is queued after END.
  private final ReadWriteLock closeLock = new ReentrantReadWriteLock();
  private final Thread thread;
  private volatile @Nullable FaceLibraryException broken;
  private boolean closed;
  // Used by the writer thread only: whether deleted data is still in the write-ahead log.
  private boolean erasing;

  /**
   * Starts the thread.
   *
   * @param checkpoint removes deleted data from the log. It runs soon after a deletion, and again
   *     until it returns true.
   */
  Writer(Database database, SqlTask<Database, Boolean> checkpoint) {
    this.database = database;
    this.checkpoint = checkpoint;
    this.thread = new Thread(this::run, "face-library-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Runs a task in a transaction and returns when the commit is on disk.
   *
   * @throws FaceLibraryException with effect {@code NONE} if the task was rolled back or not
   *     started, {@code UNKNOWN} if the commit failed; {@code INTERRUPTED} only if it was not
   *     started
   */
  <T> T write(SqlTask<Transaction, T> task) {
    return enqueue(new WriteTask<>(task, false));
  }

  /** Runs a task on the writer thread outside a transaction, such as a checkpoint. */
  <T> T runOutsideTransaction(SqlTask<Database, T> task) {
    return enqueue(new WriteTask<>(transaction -> task.run(transaction.database()), true));
  }

  private <T> T enqueue(WriteTask<T> task) {
    closeLock.readLock().lock();
    try {
      if (closed) {
        throw FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "the library is closed");
      }
      queue.put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WriteTask.interrupted();
    } finally {
      closeLock.readLock().unlock();
    }
    return task.await();
  }

  /** Whether a write failed in a way that leaves other files different from the database. */
  boolean isBroken() {
    return broken != null;
  }

  /** The number of tasks that wait for the writer thread. */
  int queueLength() {
    return queue.size();
  }

  private void run() {
    List<WriteTask<?>> batch = new ArrayList<>(MAX_BATCH_SIZE);
    boolean ended = false;
    while (!ended) {
      batch.clear();
      try {
        WriteTask<?> next =
            erasing ? queue.poll(ERASE_DELAY_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
        if (next == null) {
          erase();
          continue;
        }
        batch.add(next);
      } catch (InterruptedException e) {
        continue; // No code interrupts this thread; END comes through the queue.
      }
      queue.drainTo(batch, MAX_BATCH_SIZE - 1);
      ended = batch.remove(END);
      batch.removeIf(task -> !task.start());
      runInOrder(batch);
    }
  }

  private void erase() {
    try {
      erasing = !checkpoint.run(database);
    } catch (SQLException | RuntimeException e) {
      // Retry soon. If the disk stays broken, the next write reports it.
      erasing = true;
    }
  }

  private void runInOrder(List<WriteTask<?>> tasks) {
    int from = 0;
    while (from < tasks.size()) {
      int to = from;
      while (to < tasks.size() && !tasks.get(to).isOutsideTransaction()) {
        to++;
      }
      if (to > from) {
        writeBatch(tasks.subList(from, to));
      } else {
        runOutside(tasks.get(from));
        to = from + 1;
      }
      tasks.subList(from, to).forEach(WriteTask::finish);
      from = to;
    }
  }

  private void runOutside(WriteTask<?> task) {
    try {
      task.run(new Transaction(database));
    } catch (Throwable e) {
      task.fail(e);
    }
  }

  private void writeBatch(List<WriteTask<?>> batch) {
    FaceLibraryException reason = broken;
    if (reason != null) {
      batch.forEach(task -> task.fail(refusal(reason)));
      return;
    }
    Transaction transaction = new Transaction(database);
    try {
      database.update("BEGIN IMMEDIATE");
      if (batch.size() == 1) {
        // A single task needs no savepoint: the transaction is rolled back as a whole.
        if (!run(batch.get(0), transaction)) {
          rollBack();
          return;
        }
      } else {
        for (WriteTask<?> task : batch) {
          runInSavepoint(task, transaction);
        }
      }
    } catch (SQLException e) {
      rollBack();
      batch.stream().filter(task -> !task.hasFailed()).forEach(task -> task.fail(e));
      return;
    }
    commit(batch, transaction);
  }

  /** Runs one task so that its failure rolls back this task only. */
  private void runInSavepoint(WriteTask<?> task, Transaction transaction) throws SQLException {
    int steps = transaction.stepCount();
    database.update("SAVEPOINT task");
    if (!run(task, transaction)) {
      transaction.removeStepsFrom(steps);
      database.update("ROLLBACK TO task");
    }
    database.update("RELEASE task");
  }

  /** Runs one task. Returns false if it failed and must be rolled back. */
  private static boolean run(WriteTask<?> task, Transaction transaction) throws SQLException {
    try {
      task.run(transaction);
      return true;
    } catch (Throwable thrown) {
      Throwable e = thrown instanceof StatementFailure carrier ? carrier.failure() : thrown;
      if (e instanceof SQLException failure && StorageFailures.endsTransaction(failure)) {
        throw failure;
      }
      task.fail(e);
      return false;
    }
  }

  private void commit(List<WriteTask<?>> batch, Transaction transaction) {
    try {
      database.update("COMMIT");
    } catch (SQLException e) {
      rollBack();
      // The next opening may find the commit in the log, so the effect is unknown.
      FaceLibraryException failure = StorageFailures.of(e, Effect.UNKNOWN);
      if (!StorageFailures.isFull(e)) {
        broken = failure;
      }
      batch.stream()
          .filter(task -> !task.hasFailed())
          .forEach(task -> task.fail(StorageFailures.of(e, Effect.UNKNOWN)));
      return;
    }
    erasing |= transaction.isErasing();
    try {
      transaction.runSteps();
    } catch (RuntimeException e) {
      // The database has the change. Opening the library again rebuilds the other files.
      broken =
          FaceLibraryException.builder(
                  ErrorKind.UNAVAILABLE,
                  Effect.NONE,
                  "an image file or the vector file could not be updated")
              .cause(e)
              .build();
    }
  }

  private void rollBack() {
    try {
      database.update("ROLLBACK");
    } catch (SQLException ignored) {
      // The database has rolled back already.
    }
  }

  private static FaceLibraryException refusal(FaceLibraryException reason) {
    return FaceLibraryException.builder(
            reason.kind(), Effect.NONE, "an earlier write failed; open the library again")
        .cause(reason)
        .build();
  }

  /** Runs all queued tasks and ends the thread. Closing again waits, too. */
  @Override
  public void close() {
    boolean interrupted = false;
    closeLock.writeLock().lock();
    try {
      while (!closed) {
        try {
          queue.put(END);
          closed = true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      closeLock.writeLock().unlock();
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
