package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.aliyun.support.ForkedJvm;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.SharedSdkProgram;
import io.facelibrary.aliyun.support.TestLibraries;
import io.facelibrary.aliyun.support.WireFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {

  private static Set<Thread> libraryThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("facelibrary-aliyun"))
        .collect(Collectors.toSet());
  }

  @Test
  void doesNotAffectTheSdkOfTheProgram(@TempDir Path home) throws Exception {
    String own = RawResponse.json(200, "{\"code\":200}");
    try (RawServer service = RawServer.respondingWith(RawResponse.NO_FACES);
        RawServer other = RawServer.respondingWith(own)) {

      String printed =
          ForkedJvm.run(
              SharedSdkProgram.class,
              home,
              Map.of(),
              List.of(),
              service.endpoint(),
              other.hostAndPort());

      assertThat(printed).contains("isolated");
      assertThat(service.requests()).hasSize(3);
      assertThat(other.requests()).hasSize(3);
    }
  }

  @Test
  void hasItsOwnTimeLimitsAndEndpoint() {
    try (RawServer responsive = RawServer.respondingWith(RawResponse.NO_FACES);
        RawServer silent = RawServer.start(WireFault.SILENT.script());
        FaceLibrary patient = TestLibraries.open(responsive.endpoint());
        FaceLibrary hasty = TestLibraries.open(silent.endpoint(), "response-timeout", "100ms")) {
      TestLibraries.read(patient);
      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> TestLibraries.read(hasty));
      TestLibraries.read(patient);

      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
      assertThat(responsive.requests()).hasSize(2);
      assertThat(responsive.connections()).isEqualTo(1);
      // The call may time out before the request was received.
      assertThat(silent.requests()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void freesItsOwnSocketsAndThreadsOnly() throws Exception {
    try (RawServer one = RawServer.respondingWith(RawResponse.NO_FACES);
        RawServer other = RawServer.respondingWith(RawResponse.NO_FACES)) {
      // Libraries of other tests may be open: the contract leaves some, as a crash does.
      Set<Thread> before = libraryThreads();
      FaceLibrary stays = TestLibraries.open(other.endpoint());
      FaceLibrary closed = TestLibraries.open(one.endpoint());
      TestLibraries.read(closed);
      TestLibraries.read(stays);
      Set<Thread> started = libraryThreads();
      started.removeAll(before);

      closed.close();

      assertThat(started).hasSize(2);
      assertThat(one.awaitEndedConnections(1)).isTrue();
      TestLibraries.read(stays);
      assertThat(other.connections()).isEqualTo(1);
      stays.close();
      assertThat(other.awaitEndedConnections(1)).isTrue();
      assertThat(
              catchThrowableOfType(InvalidRequestException.class, () -> TestLibraries.read(closed)))
          .hasMessageContaining("closed");
      for (Thread thread : started) {
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void waitsForRunningCallsWhenItCloses() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch respond = new CountDownLatch(1);
    RawServer.Script held =
        exchange -> {
          arrived.countDown();
          try {
            respond.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          exchange.send(RawResponse.NO_FACES);
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (RawServer server = RawServer.start(held)) {
      FaceLibrary library = TestLibraries.open(server.endpoint());
      Future<?> call = threads.submit(() -> TestLibraries.read(library));
      assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

      Future<?> closing = threads.submit(library::close);
      boolean closedEarly = closing.isDone();
      respond.countDown();
      call.get(60, TimeUnit.SECONDS);
      closing.get(60, TimeUnit.SECONDS);

      assertThat(closedEarly).isFalse();
      assertThat(server.awaitEndedConnections(1)).isTrue();
    } finally {
      respond.countDown();
      threads.shutdownNow();
    }
  }
}
