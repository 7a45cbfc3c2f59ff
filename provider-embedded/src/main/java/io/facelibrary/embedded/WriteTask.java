package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A caller's work on its way through the writer. It is taken once, by the writer or back by its
 * caller, and so whoever is interrupted knows what became of it.
 */
final class WriteTask<T> {
  private enum Stage {
    WAITING,
    TAKEN,
    WITHDRAWN
  }

  private final SqlTask<Transaction, T> work;
  private final boolean isAlone;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CountDownLatch done = new CountDownLatch(1);
  private @Nullable T answer;
  private @Nullable Throwable failure;

  WriteTask(SqlTask<Transaction, T> work, boolean isAlone) {
    this.work = work;
    this.isAlone = isAlone;
  }

  /** Whether the work is one that cannot be done within a transaction. */
  boolean isAlone() {
    return isAlone;
  }

  /** Takes the work to be done; false if its caller withdrew it. */
  boolean take() {
    return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
  }

  void run(Transaction transaction) throws SQLException {
    answer = work.in(transaction);
  }

  void fail(Throwable cause) {
    failure = cause;
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Lets the caller go on: the answer stands, or the failure. */
  void finish() {
    done.countDown();
  }

  /**
   * Waits for the answer. An interrupt takes the work back if nobody began it; what was begun ends
   * within one commit and is waited for, with the flag set again.
   */
  @SuppressWarnings("NullAway") // The answer is whatever the work returned.
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
    return answer;
  }

  static FaceLibraryException interrupted() {
    return FaceLibraryException.of(
        ErrorKind.INTERRUPTED, Effect.NONE, "interrupted before the write began");
  }
}
