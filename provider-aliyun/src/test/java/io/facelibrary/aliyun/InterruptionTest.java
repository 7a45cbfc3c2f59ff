package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  /** What a thread of its own met when it made a call. */
  private static final class Caller {
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final AtomicBoolean flagged = new AtomicBoolean();
    private final Thread thread;

    Caller(FaceLibrary library, boolean flaggedBefore) {
      thread =
          new Thread(
              () -> {
                if (flaggedBefore) {
                  Thread.currentThread().interrupt();
                }
                thrown.set(catchThrowable(() -> Opened.write(library)));
                flagged.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
    }

    void ended() throws InterruptedException {
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
    try (RawServer server = RawServer.answering(RawResponse.NO_FACES);
        FaceLibrary library = Opened.at(server.endpoint())) {
      Caller caller = new Caller(library, true);

      caller.ended();

      assertThat(caller.failure().kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(caller.failure().effect()).isEqualTo(Effect.NONE);
      assertThat(caller.flagged).isTrue();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void endsTheWaitForAConnection() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    RawServer.Script held =
        exchanged -> {
          in.countDown();
          await(answer);
          exchanged.send(RawResponse.NO_FACES);
        };
    try (RawServer server = RawServer.start(held);
        FaceLibrary library =
            Opened.at(
                server.endpoint(),
                "max-connections",
                "1",
                "connection-wait",
                "60s",
                "answer-timeout",
                "60s")) {
      Thread holder = new Thread(() -> Opened.read(library));
      holder.start();
      await(in);
      Caller waiting = new Caller(library, false);
      waiting.thread.interrupt();

      waiting.ended();
      answer.countDown();
      holder.join(60_000);

      assertThat(waiting.failure().kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(waiting.failure().effect()).isEqualTo(Effect.NONE);
      assertThat(waiting.flagged).isTrue();
      assertThat(server.requests()).hasSize(1);
    } finally {
      answer.countDown();
    }
  }

  /** The platform cannot end a read of a socket for an interrupt, except on virtual threads. */
  @Test
  void letsAPlatformThreadHaveTheAnswerItWaitsFor() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    RawServer.Script held =
        exchanged -> {
          in.countDown();
          await(answer);
          exchanged.send(
              RawResponse.json(
                  200,
                  "{\"code\":200,\"data\":{\"code\":200,"
                      + "\"faceImageItems\":[{\"success\":true,\"faceId\":1}]}}"));
        };
    try (RawServer server = RawServer.start(held);
        FaceLibrary library = Opened.at(server.endpoint(), "answer-timeout", "60s")) {
      Caller caller = new Caller(library, false);
      await(in);
      caller.thread.interrupt();
      answer.countDown();

      caller.ended();

      assertThat(caller.thrown.get()).isNull();
      assertThat(caller.flagged).isTrue();
    }
  }

  @Test
  void tellsThatAnInterruptedCallThatBrokeMayHaveHadAnEffect() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch close = new CountDownLatch(1);
    RawServer.Script closed =
        exchanged -> {
          in.countDown();
          await(close);
          exchanged.close();
        };
    try (RawServer server = RawServer.start(closed);
        FaceLibrary library = Opened.at(server.endpoint(), "answer-timeout", "60s")) {
      Caller caller = new Caller(library, false);
      await(in);
      caller.thread.interrupt();
      close.countDown();

      caller.ended();

      assertThat(caller.failure().kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(caller.failure().effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(caller.flagged).isTrue();
    }
  }
}
