package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A task of a caller, run by the writer thread. Either the writer starts it or its caller withdraws
 * it, so that an interrupted caller knows whether it ran.
 */
final class WriteTask<T> {
  private enum Stage {
    WAITING,
    STARTED,
    WITHDRAWN
  }

  private final SqlTask<Transaction, T> task;
  private final boolean outsideTransaction;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CountDownLatch done = new CountDownLatch(1);
  private @Nullable T result;
  private @Nullable Throwable failure;

  WriteTask(SqlTask<Transaction, T> task, boolean outsideTransaction) {
    this.task = task;
    this.outsideTransaction = outsideTransaction;
  }

  /** Whether the task cannot run within a transaction. */
  boolean isOutsideTransaction() {
    return outsideTransaction;
  }

  /** Starts the task. Returns false if its caller withdrew it. */
  boolean start() {
    return stage.compareAndSet(Stage.WAITING, Stage.STARTED);
  }

  void run(Transaction transaction) throws SQLException {
    result = task.run(transaction);
  }

  void fail(Throwable cause) {
    failure = cause;
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Releases the caller. The result or the failure must be set before. */
  void finish() {
    done.countDown();
  }

  /**
   * Waits for the result. An interrupt withdraws a task that has not started. A started task ends
   * within one commit, so it is awaited and the interrupt flag is set again.
   */
  @SuppressWarnings("NullAway") // The result is null only if the task returned null.
  T await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          done.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          if (stage.compareAndSet(Stage.WAITING, Stage.WITHDRAWN)) {
            throw interrupted();
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure instanceof SQLException e) {
      throw StorageFailures.of(e, Effect.NONE);
    }
    return result;
  }

  static FaceLibraryException interrupted() {
    return FaceLibraryException.of(
        ErrorKind.INTERRUPTED, Effect.NONE, "interrupted before the write began");
  }
}
