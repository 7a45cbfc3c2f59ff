package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.support.IdleWait;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestLibraries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  @Test
  void reusesAConnection() {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      for (int i = 0; i < 5; i++) {
        TestLibraries.read(library);
        IdleWait.exceed();
      }

      assertThat(server.requests()).hasSize(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void addsOverANewConnectionAfterTheServerClosedTheOldOne() throws InterruptedException {
    RawServer.Script closesAfterResponse =
        exchange -> {
          exchange.send(RawResponse.ONE_FACE_ADDED);
          exchange.close();
        };
    try (RawServer server = RawServer.start(closesAfterResponse);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      for (int i = 0; i < 20; i++) {
        TestLibraries.write(library);
        assertThat(server.awaitEndedConnections(1)).isTrue();
        IdleWait.exceed();
      }

      assertThat(server.requests()).hasSize(20);
    }
  }

  @Test
  void readsAResponseWithoutContentType() {
    try (RawServer server =
            RawServer.respondingWith(RawResponse.of(200, "", body(RawResponse.GROUPS)));
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      TestLibraries.call(library, Operation.LIST_GROUPS);

      assertThat(server.requests()).hasSize(1);
    }
  }

  private static String body(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }

  @Test
  void readsAChunkedResponseWithItsCodeAsText() {
    String chunked =
        String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "Transfer-Encoding: chunked",
            "",
            "e",
            "{\"code\":\"200\",",
            "15",
            "\"data\":{\"code\":\"200\"}",
            "1",
            "}",
            "0",
            "",
            "");
    try (RawServer server = RawServer.respondingWith(chunked);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      TestLibraries.read(library);
      TestLibraries.read(library);

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void reportsForHowLongTheServerAsksTheClientToWait() {
    try (RawServer server =
            RawServer.respondingWith(RawResponse.of(429, "Retry-After: 7\r\n", "slow down"));
        FaceLibrary library = TestLibraries.open(server.endpoint())) {

      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> TestLibraries.write(library));

      assertThat(failure.kind()).isEqualTo(ErrorKind.THROTTLED);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(failure.call().orElseThrow().providerCode()).contains("HTTP 429");
    }
  }

  @Test
  void timesOutWithoutEffectWhenNoConnectionBecomesFree() throws Exception {
    CountDownLatch bothArrived = new CountDownLatch(2);
    CountDownLatch respond = new CountDownLatch(1);
    RawServer.Script held =
        exchange -> {
          bothArrived.countDown();
          await(respond);
          exchange.send(RawResponse.NO_FACES);
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (RawServer server = RawServer.start(held);
        FaceLibrary library =
            TestLibraries.open(
                server.endpoint(), "max-connections", "2", "connection-wait", "100ms")) {
      Future<?> first = threads.submit(() -> TestLibraries.read(library));
      Future<?> second = threads.submit(() -> TestLibraries.read(library));
      await(bothArrived);

      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> TestLibraries.write(library));
      respond.countDown();
      first.get(60, TimeUnit.SECONDS);
      second.get(60, TimeUnit.SECONDS);

      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure.isRetryable()).isTrue();
      assertThat(failure).hasMessageContaining("max-connections");
      assertThat(server.requests()).hasSize(2);
    } finally {
      respond.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void letsManyThreadsCallInParallel() throws Exception {
    int callers = 64;
    CyclicBarrier allArrived = new CyclicBarrier(callers);
    RawServer.Script allTogether =
        exchange -> {
          try {
            allArrived.await(60, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new AssertionError("the calls did not all arrive at once", e);
          }
          exchange.send(RawResponse.NO_FACES);
        };
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try (RawServer server = RawServer.start(allTogether);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(threads.submit(() -> TestLibraries.read(library)));
      }
      for (Future<?> call : calls) {
        call.get(60, TimeUnit.SECONDS);
      }

      assertThat(server.connections()).isEqualTo(callers);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
