package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path folder;
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private Database database;
  private Writer writer;

  @BeforeEach
  void open() throws Exception {
    database = Database.forWriting(folder.resolve("test.db"));
    database.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY)");
    writer = new Writer(database, on -> true);
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    database.close();
    callers.shutdownNow();
  }

  @Test
  void queuedTasksShareOneCommit() throws Exception {
    AtomicInteger followed = new AtomicInteger();
    Hold hold = new Hold();
    List<CompletableFuture<Transaction>> tasks = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      int number = i;
      tasks.add(
          later(
              transaction -> {
                insert(transaction, number);
                transaction.afterCommit(followed::incrementAndGet);
                return transaction;
              }));
    }
    hold.untilQueued(16);

    hold.end();

    assertThat(tasks.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(followed).hasValue(16);
    assertThat(count()).isEqualTo(16);
  }

  @Test
  void aTaskThatFailsRollsBackItselfOnly() throws Exception {
    AtomicInteger followed = new AtomicInteger();
    Hold hold = new Hold();
    CompletableFuture<Boolean> good = later(transaction -> insert(transaction, 1));
    CompletableFuture<Boolean> bad =
        later(
            transaction -> {
              insert(transaction, 2);
              transaction.afterCommit(followed::incrementAndGet);
              throw new IllegalStateException("on purpose");
            });
    CompletableFuture<Boolean> alsoGood = later(transaction -> insert(transaction, 3));
    hold.untilQueued(3);

    hold.end();

    assertThat(good.join()).isTrue();
    assertThat(alsoGood.join()).isTrue();
    assertThatThrownBy(bad::join).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(followed).hasValue(0);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void anInterruptWithdrawsATaskThatHasNotStarted() throws Exception {
    Hold hold = new Hold();
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread caller = new Thread(() -> outcome.complete(failureOf(1)));
    caller.start();
    hold.untilQueued(1);

    caller.interrupt();
    Throwable failure = outcome.get();
    hold.end();

    assertThat(failure)
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.INTERRUPTED);
              assertThat(e.effect()).isEqualTo(Effect.NONE);
            });
    assertThat(count()).isZero();
  }

  @Test
  void anInterruptDoesNotHideTheResultOfAStartedTask() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              writer.write(
                  transaction -> {
                    begun.countDown();
                    await(goOn);
                    return insert(transaction, 1);
                  });
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    begun.await();

    caller.interrupt();
    goOn.countDown();

    assertThat(flag.get()).isTrue();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void closingRunsAllQueuedTasks() throws Exception {
    Hold hold = new Hold();
    CompletableFuture<Boolean> task = later(transaction -> insert(transaction, 1));
    hold.untilQueued(1);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(writer::close, callers);

    hold.end();
    closing.join();

    assertThat(task.join()).isTrue();
    assertThatThrownBy(() -> writer.write(transaction -> insert(transaction, 2)))
        .isInstanceOf(FaceLibraryException.class);
    assertThat(database.number("SELECT count(*) FROM entry")).isEqualTo(1);
  }

  @Test
  void aFullDiskFailsTheWriteAndDamagesNothing() throws Exception {
    writer.write(transaction -> insert(transaction, 1));
    long pages = writer.runOutsideTransaction(on -> on.number("PRAGMA page_count"));
    writer.runOutsideTransaction(on -> on.number("PRAGMA max_page_count=" + (pages + 1)));

    assertThatThrownBy(
            () ->
                writer.write(
                    transaction -> {
                      for (int i = 2; i < 100_000; i++) {
                        insert(transaction, i);
                      }
                      return true;
                    }))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
              assertThat(e.effect()).isEqualTo(Effect.NONE);
            })
        .hasMessageContaining("full");

    assertThat(writer.<Boolean>write(transaction -> insert(transaction, 2))).isTrue();
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void aCommitThatFailsHasUnknownEffectAndStopsTheWriter() throws Exception {
    database.execute(
        "CREATE TABLE link (entry INTEGER REFERENCES entry DEFERRABLE INITIALLY DEFERRED)");

    assertThatThrownBy(
            () ->
                writer.write(
                    transaction -> transaction.database().update("INSERT INTO link VALUES (7)")))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN));

    assertThat(writer.isBroken()).isTrue();
    assertThatThrownBy(() -> writer.write(transaction -> insert(transaction, 1)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.effect()).isEqualTo(Effect.NONE))
        .hasMessageContaining("open the library again");
    assertThat(count()).isZero();
  }

  @Test
  void aDeletionIsFollowedByCheckpointsUntilOneSucceeds() throws Exception {
    AtomicInteger checkpoints = new AtomicInteger();
    CountDownLatch succeeded = new CountDownLatch(1);
    try (Writer erasing =
        new Writer(
            database,
            connection -> {
              int attempt = checkpoints.incrementAndGet();
              if (attempt == 1) {
                throw new SQLException("on purpose");
              }
              if (attempt == 3) {
                succeeded.countDown();
              }
              return attempt == 3;
            })) {
      erasing.write(
          transaction -> {
            transaction.markErasing();
            return insert(transaction, 1);
          });
      succeeded.await();
      erasing.write(transaction -> insert(transaction, 2));
    }

    assertThat(checkpoints).hasValue(3);
  }

  private long count() {
    return writer.runOutsideTransaction(on -> on.number("SELECT count(*) FROM entry"));
  }

  private static boolean insert(Transaction transaction, int number) throws SQLException {
    transaction.database().update("INSERT INTO entry VALUES (?)", number);
    return true;
  }

  private <T> CompletableFuture<T> later(SqlTask<Transaction, T> task) {
    return CompletableFuture.supplyAsync(() -> writer.write(task), callers);
  }

  private Throwable failureOf(int number) {
    try {
      writer.write(transaction -> insert(transaction, number));
      return new AssertionError("the task was run");
    } catch (FaceLibraryException e) {
      return e;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the writer busy while tasks are queued. */
  private final class Hold {
    private final CountDownLatch end = new CountDownLatch(1);

    Hold() throws InterruptedException {
      CountDownLatch begun = new CountDownLatch(1);
      callers.execute(
          () ->
              writer.runOutsideTransaction(
                  on -> {
                    begun.countDown();
                    await(end);
                    return true;
                  }));
      begun.await();
    }

    void untilQueued(int count) {
      while (writer.queueLength() < count) {
        Thread.onSpinWait();
      }
    }

    void end() {
      end.countDown();
    }
  }
}
