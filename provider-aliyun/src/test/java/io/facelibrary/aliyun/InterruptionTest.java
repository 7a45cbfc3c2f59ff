package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestLibraries;
import io.facelibrary.testkit.TestImages;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptionTest {

  /** A thread that makes a call, and the failure that it got. */
  private static final class Caller {
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread thread;

    Caller(ThrowingCallable call, boolean interruptedBefore) {
      thread =
          new Thread(
              () -> {
                if (interruptedBefore) {
                  Thread.currentThread().interrupt();
                }
                thrown.set(catchThrowable(call));
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
    }

    void awaitEnd() throws InterruptedException {
      thread.join(60_000);
      assertThat(thread.isAlive()).isFalse();
    }

    void assertInterruptedWith(Effect effect) {
      FaceLibraryException failure = (FaceLibraryException) thrown.get();
      assertThat(failure.kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(failure.effect()).isEqualTo(effect);
      assertThat(interrupted).isTrue();
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
      Caller caller = new Caller(() -> TestLibraries.write(library), true);

      caller.awaitEnd();

      caller.assertInterruptedWith(Effect.NONE);
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
      Caller waiting = new Caller(() -> TestLibraries.write(library), false);
      waiting.thread.interrupt();

      waiting.awaitEnd();
      respond.countDown();
      holder.join(60_000);

      waiting.assertInterruptedWith(Effect.NONE);
      assertThat(server.requests()).hasSize(1);
    } finally {
      respond.countDown();
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void endsTheWaitForAResponseWithTheEffectThatTheCallMayHave(Operation operation)
      throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    try (RawServer server = RawServer.start(holding(arrived));
        FaceLibrary library = TestLibraries.open(server.endpoint(), "response-timeout", "5m")) {
      Caller caller = new Caller(() -> TestLibraries.call(library, operation), false);
      await(arrived);
      caller.thread.interrupt();

      caller.awaitEnd();

      caller.assertInterruptedWith(operation.isRead() ? Effect.NONE : Effect.UNKNOWN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  static List<Operation> calls() {
    return TestLibraries.CALLS;
  }

  private static RawServer.Script holding(CountDownLatch arrived) {
    return exchange -> {
      arrived.countDown();
      exchange.awaitClose();
    };
  }

  @Test
  void endsTheReadOfAResponseWhoseEndDoesNotArrive() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    RawServer.Script truncated =
        exchange -> {
          exchange.send(RawResponse.NO_FACES.substring(0, RawResponse.NO_FACES.length() - 1));
          arrived.countDown();
          exchange.awaitClose();
        };
    try (RawServer server = RawServer.start(truncated);
        FaceLibrary library = TestLibraries.open(server.endpoint(), "response-timeout", "5m")) {
      Caller caller = new Caller(() -> TestLibraries.read(library), false);
      await(arrived);
      caller.thread.interrupt();

      caller.awaitEnd();

      caller.assertInterruptedWith(Effect.NONE);
    }
  }

  @Test
  void endsAnUploadWithoutEffect() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    try (RawServer storage = RawServer.start(holding(arrived))) {
      UploadGrant grant = TestGrants.at(URI.create(storage.endpoint()));
      try (OssUploads uploads =
          new OssUploads(
              OssUploadsTest.connections(Duration.ofMinutes(5)),
              new UploadGrants(during -> grant, Clock.systemUTC()),
              OssUploadsTest.REGION)) {
        Caller caller =
            new Caller(() -> uploads.put(Operation.ADD_FACES, TestImages.random()), false);
        await(arrived);
        caller.thread.interrupt();

        caller.awaitEnd();

        caller.assertInterruptedWith(Effect.NONE);
      }
    }
  }

  @Test
  void deletesThePersonAgainWhenAnEnrolmentIsInterrupted() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    String done = RawResponse.json(200, "{\"code\":200,\"data\":{\"code\":200}}");
    RawServer.Script holdingTheFaces =
        exchange -> {
          if (exchange.request().line().contains(GreenPaths.ADD_FACES)) {
            arrived.countDown();
            exchange.awaitClose();
          } else {
            exchange.send(done);
          }
        };
    try (RawServer server = RawServer.start(holdingTheFaces);
        FaceLibrary library = TestLibraries.open(server.endpoint(), "response-timeout", "5m")) {
      AddPerson person = AddPerson.of(TestLibraries.PERSON);
      Caller caller = new Caller(() -> library.enrol(person, List.of(TestLibraries.IMAGE)), false);
      await(arrived);
      caller.thread.interrupt();

      caller.awaitEnd();

      caller.assertInterruptedWith(Effect.NONE);
      assertThat(server.requests()).last().asString().contains(GreenPaths.DELETE_PERSON);
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
      Caller caller = new Caller(() -> TestLibraries.write(library), false);
      await(arrived);
      caller.thread.interrupt();
      close.countDown();

      caller.awaitEnd();

      caller.assertInterruptedWith(Effect.UNKNOWN);
    }
  }
}
