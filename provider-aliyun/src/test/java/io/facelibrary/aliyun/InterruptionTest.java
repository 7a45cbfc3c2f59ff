package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestLibraries;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  /** A thread that makes a call, and the failure that it got. */
  private static final class Caller {
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread thread;

    Caller(FaceLibrary library, boolean interruptedBefore) {
      thread =
          new Thread(
              () -> {
                if (interruptedBefore) {
                  Thread.currentThread().interrupt();
                }
                thrown.set(catchThrowable(() -> TestLibraries.write(library)));
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
    }

    void awaitEnd() throws InterruptedException {
      thread.join(60_000);
      assertThat(thread.isAlive()).isFalse();
    }

    FaceLibraryException failure() {
      return (FaceLibraryException) thrown.get();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void makesNoCallForAThreadThatIsInterruptedAlready() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      Caller caller = new Caller(library, true);

      caller.awaitEnd();

      assertThat(caller.failure().kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(caller.failure().effect()).isEqualTo(Effect.NONE);
      assertThat(caller.interrupted).isTrue();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void endsTheWaitForAConnection() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch respond = new CountDownLatch(1);
    RawServer.Script held =
        exchange -> {
          arrived.countDown();
          await(respond);
          exchange.send(RawResponse.NO_FACES);
        };
    try (RawServer server = RawServer.start(held);
        FaceLibrary library = TestLibraries.open(server.endpoint(), "max-connections", "1")) {
      Thread holder = new Thread(() -> TestLibraries.read(library));
      holder.start();
      await(arrived);
      Caller waiting = new Caller(library, false);
      waiting.thread.interrupt();

      waiting.awaitEnd();
      respond.countDown();
      holder.join(60_000);

      assertThat(waiting.failure().kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(waiting.failure().effect()).isEqualTo(Effect.NONE);
      assertThat(waiting.interrupted).isTrue();
      assertThat(server.requests()).hasSize(1);
    } finally {
      respond.countDown();
    }
  }

  /** The platform cannot end a read of a socket for an interrupt, except on virtual threads. */
  @Test
  void returnsTheResponseThatAPlatformThreadWaitsFor() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch respond = new CountDownLatch(1);
    RawServer.Script held =
        exchange -> {
          arrived.countDown();
          await(respond);
          exchange.send(RawResponse.ONE_FACE_ADDED);
        };
    try (RawServer server = RawServer.start(held);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      Caller caller = new Caller(library, false);
      await(arrived);
      caller.thread.interrupt();
      respond.countDown();

      caller.awaitEnd();

      assertThat(caller.thrown.get()).isNull();
      assertThat(caller.interrupted).isTrue();
    }
  }

  @Test
  void reportsAnUnknownEffectOfAnInterruptedCallWhoseConnectionBroke() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch close = new CountDownLatch(1);
    RawServer.Script closed =
        exchange -> {
          arrived.countDown();
          await(close);
          exchange.close();
        };
    try (RawServer server = RawServer.start(closed);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      Caller caller = new Caller(library, false);
      await(arrived);
      caller.thread.interrupt();
      close.countDown();

      caller.awaitEnd();

      assertThat(caller.failure().kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(caller.failure().effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(caller.interrupted).isTrue();
    }
  }
}
