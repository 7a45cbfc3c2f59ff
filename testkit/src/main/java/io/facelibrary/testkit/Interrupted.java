package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.fail;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls a library in threads that are interrupted before or during the call. */
final class Interrupted {
  /** Interruptions, each at another moment of a call. */
  private static final int ROUNDS = 10;

  /** Writes that may succeed after the interruption: it may arrive between two calls. */
  private static final int WRITES_AFTER = 100;

  /** Only a library that ignores interruption reaches this limit. The promise is one second. */
  private static final int TIME_LIMIT_SECONDS = 30;

  private Interrupted() {}

  /** The end of the writes of one thread. */
  private record End(
      PersonState before, Writes.Write write, FaceLibraryException failure, boolean interrupted) {}

  /** Asserts that a call is refused because its thread was interrupted before. */
  static void assertRefused(Operation operation, ThrowingCallable call) {
    Thread.currentThread().interrupt();
    Throwable thrown = catchThrowable(call);
    boolean interrupted = Thread.interrupted();
    FaceLibraryException failure =
        Failing.assertRefused(
            ErrorKind.INTERRUPTED,
            () -> {
              if (thrown != null) {
                throw thrown;
              }
            });
    assertThat(interrupted).as("the thread is still interrupted after %s", operation).isTrue();
    assertThat(failure.call().orElseThrow().operation()).isEqualTo(operation);
  }

  /**
   * Repeats writes in another thread and interrupts it. Asserts that the last write reported its
   * true effect.
   *
   * @param writes returns the next write for a state of the person
   */
  static void assertTrueEffects(FaceLibrary library, PersonId person, Writes writes) {
    for (int round = 0; round < ROUNDS; round++) {
      PersonState start = PersonState.of(library, person);

      End end = interrupt(library, start, writes, round);

      String write = end.write().toString();
      assertThat(end.failure().kind())
          .as("kind of the failure of %s", write)
          .isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(end.interrupted()).as("the thread is still interrupted after %s", write).isTrue();
      PersonState now = PersonState.of(library, person);
      boolean unchanged = now.equals(end.before());
      boolean done = end.write().isDone(end.before(), now);
      Effect effect = end.failure().effect();
      assertThat(effect == Effect.NONE ? unchanged : unchanged || done)
          .as("the effect %s of %s is true", effect, write)
          .isTrue();
    }
  }

  private static End interrupt(FaceLibrary library, PersonState start, Writes writes, int round) {
    CountDownLatch running = new CountDownLatch(1 + round % 3);
    CountDownLatch sent = new CountDownLatch(1);
    FutureTask<End> task = new FutureTask<>(() -> writeOn(library, start, writes, running, sent));
    Thread thread = new Thread(task, "interrupted-" + round);
    thread.setDaemon(true); // a library that hangs must not keep the test run
    thread.start();
    try {
      // The thread does not count down if its first write fails: its result has the reason.
      boolean counted = running.await(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
      assertThat(counted || task.isDone()).as("the writes end in time").isTrue();
      Race.pause(round % 2, round);
      thread.interrupt();
      sent.countDown();
      return task.get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return fail("a write failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      return fail("an interrupted write does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    }
  }

  private static End writeOn(
      FaceLibrary library,
      PersonState start,
      Writes writes,
      CountDownLatch running,
      CountDownLatch sent) {
    PersonState state = start;
    int after = 0;
    while (after < WRITES_AFTER) {
      after += sent.getCount() == 0 ? 1 : 0;
      Writes.Write write = writes.next(state);
      try {
        state = write.run(library, state);
        running.countDown();
      } catch (FaceLibraryException e) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        running.countDown();
        running.countDown();
        running.countDown();
        return new End(state, write, e, interrupted);
      }
    }
    return fail(after + " writes succeeded after their thread was interrupted");
  }
}
