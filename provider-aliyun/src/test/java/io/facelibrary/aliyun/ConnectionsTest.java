package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.protocol.BasicHttpContext;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  @Test
  void usesAConnectionAgain() {
    try (RawServer server = RawServer.answering(RawResponse.NO_FACES);
        FaceLibrary library = Opened.at(server.endpoint())) {
      for (int i = 0; i < 5; i++) {
        Opened.read(library);
        ATick.pass();
      }

      assertThat(server.requests()).hasSize(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void addsOverANewConnectionWhenTheServerClosedTheOldOne() throws InterruptedException {
    String added =
        RawResponse.json(
            200,
            "{\"code\":200,\"data\":{\"code\":200,"
                + "\"faceImageItems\":[{\"success\":true,\"faceId\":1}]}}");
    RawServer.Script closesAfterAnswer =
        exchanged -> {
          exchanged.send(added);
          exchanged.close();
        };
    try (RawServer server = RawServer.start(closesAfterAnswer);
        FaceLibrary library = Opened.at(server.endpoint())) {
      for (int i = 0; i < 20; i++) {
        Opened.write(library);
        assertThat(server.endedConnections(1)).isTrue();
        ATick.pass();
      }

      assertThat(server.requests()).hasSize(20);
    }
  }

  @Test
  void leavesAConnectionLongBeforeTheServerSaidItWouldCloseIt() {
    BasicHttpResponse answer = new BasicHttpResponse(HttpVersion.HTTP_1_1, 200, "OK");
    long unsaid = Exchange.longestIdle(answer, new BasicHttpContext());
    answer.addHeader("Keep-Alive", "timeout=5, max=100");

    assertThat(unsaid).isEqualTo(30_000);
    assertThat(Exchange.longestIdle(answer, new BasicHttpContext())).isEqualTo(2500);
  }

  @Test
  void answersWhatHasNoContentType() {
    try (RawServer server = RawServer.answering(RawResponse.of(200, "", body(RawResponse.GROUPS)));
        FaceLibrary library = Opened.at(server.endpoint())) {
      Opened.call(library, Operation.LIST_GROUPS);

      assertThat(server.requests()).hasSize(1);
    }
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  @Test
  void answersWhatComesInChunksAndWithItsCodeAsText() {
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
    try (RawServer server = RawServer.answering(chunked);
        FaceLibrary library = Opened.at(server.endpoint())) {
      Opened.read(library);
      Opened.read(library);

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void saysHowLongTheServerAsksToWait() {
    try (RawServer server =
            RawServer.answering(RawResponse.of(429, "Retry-After: 7\r\n", "slow down"));
        FaceLibrary library = Opened.at(server.endpoint())) {

      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> Opened.write(library));

      assertThat(failure.kind()).isEqualTo(ErrorKind.THROTTLED);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(failure.call().orElseThrow().providerCode()).contains("HTTP 429");
    }
  }

  @Test
  void timesOutWithoutEffectWhenNoConnectionBecomesFree() throws Exception {
    CountDownLatch bothIn = new CountDownLatch(2);
    CountDownLatch answer = new CountDownLatch(1);
    RawServer.Script held =
        exchanged -> {
          bothIn.countDown();
          awaited(answer);
          exchanged.send(RawResponse.NO_FACES);
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (RawServer server = RawServer.start(held);
        FaceLibrary library =
            Opened.at(
                server.endpoint(),
                "max-connections",
                "2",
                "connection-wait",
                "100ms",
                "answer-timeout",
                "60s")) {
      Future<?> first = threads.submit(() -> Opened.read(library));
      Future<?> second = threads.submit(() -> Opened.read(library));
      awaited(bothIn);

      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> Opened.write(library));
      answer.countDown();
      first.get(60, TimeUnit.SECONDS);
      second.get(60, TimeUnit.SECONDS);

      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure.isRetryable()).isTrue();
      assertThat(failure).hasMessageContaining("max-connections");
      assertThat(server.requests()).hasSize(2);
    } finally {
      answer.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void letsManyThreadsCallAtOnce() throws Exception {
    int callers = 64;
    CyclicBarrier allIn = new CyclicBarrier(callers);
    RawServer.Script togetherOnly =
        exchanged -> {
          try {
            allIn.await(60, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new AssertionError("the callers did not all come at once", e);
          }
          exchanged.send(RawResponse.NO_FACES);
        };
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try (RawServer server = RawServer.start(togetherOnly);
        FaceLibrary library = Opened.at(server.endpoint(), "answer-timeout", "60s")) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(threads.submit(() -> Opened.read(library)));
      }
      for (Future<?> call : calls) {
        call.get(60, TimeUnit.SECONDS);
      }

      assertThat(server.connections()).isEqualTo(callers);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
