package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {

  private static boolean hasThread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.isAlive() && thread.getName().startsWith(name));
  }

  @Test
  void leavesTheSdkOfTheProgramAroundItAlone(@TempDir Path home) throws Exception {
    String own = RawResponse.json(200, "{\"code\":200}");
    try (RawServer service = RawServer.answering(RawResponse.NO_FACES);
        RawServer other = RawServer.answering(own)) {

      String printed =
          ForkedJvm.run(
              LivesBesideTheSdk.class,
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
  void hasTimesAndPlacesOfItsOwn() {
    try (RawServer quick = RawServer.answering(RawResponse.NO_FACES);
        RawServer silent = RawServer.start(WireFault.SILENT.script());
        FaceLibrary patient = Opened.at(quick.endpoint(), "answer-timeout", "60s");
        FaceLibrary hasty = Opened.at(silent.endpoint(), "answer-timeout", "100ms")) {
      Opened.read(patient);
      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> Opened.read(hasty));
      Opened.read(patient);

      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
      assertThat(quick.requests()).hasSize(2);
      assertThat(quick.connections()).isEqualTo(1);
      assertThat(silent.requests()).hasSize(1);
    }
  }

  @Test
  void freesItsSocketsAndThreadsAndNoOthers() throws Exception {
    try (RawServer one = RawServer.answering(RawResponse.NO_FACES);
        RawServer other = RawServer.answering(RawResponse.NO_FACES)) {
      FaceLibrary stays = Opened.at(other.endpoint());
      FaceLibrary closed = Opened.at(one.endpoint());
      Opened.read(closed);
      Opened.read(stays);

      closed.close();

      assertThat(one.endedConnections(1)).isTrue();
      Opened.read(stays);
      assertThat(other.connections()).isEqualTo(1);
      stays.close();
      assertThat(other.endedConnections(1)).isTrue();
      assertThat(catchThrowableOfType(InvalidRequestException.class, () -> Opened.read(closed)))
          .hasMessageContaining("closed");
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().startsWith("facelibrary-aliyun")) {
          thread.join(60_000);
        }
      }
      assertThat(hasThread("facelibrary-aliyun")).isFalse();
    }
  }

  @Test
  void endsTheCallsUnderWayBeforeItCloses() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    RawServer.Script held =
        exchanged -> {
          in.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          exchanged.send(RawResponse.NO_FACES);
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (RawServer server = RawServer.start(held)) {
      FaceLibrary library = Opened.at(server.endpoint(), "answer-timeout", "60s");
      Future<?> call = threads.submit(() -> Opened.read(library));
      assertThat(in.await(60, TimeUnit.SECONDS)).isTrue();

      Future<?> closing = threads.submit(library::close);
      boolean closedEarly = closing.isDone();
      answer.countDown();
      call.get(60, TimeUnit.SECONDS);
      closing.get(60, TimeUnit.SECONDS);

      assertThat(closedEarly).isFalse();
      assertThat(server.endedConnections(1)).isTrue();
    } finally {
      answer.countDown();
      threads.shutdownNow();
    }
  }
}
