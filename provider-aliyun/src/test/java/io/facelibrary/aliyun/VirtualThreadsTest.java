package io.facelibrary.aliyun;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "before Java 21 there are none")
class VirtualThreadsTest {
  private static final int CALLERS = 1000;
  private static final int ANSWER_AFTER_MILLIS = 50;

  /** Called by name, since the tests are compiled for Java 17. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  /**
   * Answers nobody until all callers wait, and then all of them 50 ms later. A bound on the time
   * would fail on a busy machine; callers that cannot wait together never get an answer here.
   */
  private static RawServer.Script answeringAllTogether(ScheduledExecutorService timer) {
    Queue<RawServer.Exchanged> waiting = new ConcurrentLinkedQueue<>();
    AtomicInteger arrived = new AtomicInteger();
    return exchanged -> {
      waiting.add(exchanged);
      if (arrived.incrementAndGet() % CALLERS == 0) {
        Future<?> unused =
            timer.schedule(() -> answerAll(waiting), ANSWER_AFTER_MILLIS, MILLISECONDS);
      }
    };
  }

  private static void answerAll(Queue<RawServer.Exchanged> waiting) {
    for (int i = 0; i < CALLERS; i++) {
      answer(waiting.remove());
    }
  }

  private static void answer(RawServer.Exchanged exchanged) {
    try {
      exchanged.send(RawResponse.NO_FACES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void callsOfAll(ExecutorService threads, FaceLibrary library) throws Exception {
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(threads.submit(() -> Opened.read(library)));
    }
    for (Future<?> call : calls) {
      call.get(120, TimeUnit.SECONDS);
    }
  }

  @Test
  void letsAThousandCallersWaitTogetherAndPinsNone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pinned.jfr");
    ExecutorService threads = virtualThreads();
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    try (RawServer server = RawServer.start(answeringAllTogether(timer));
        FaceLibrary library =
            Opened.at(
                server.endpoint(),
                "max-connections",
                Integer.toString(CALLERS),
                "connection-wait",
                "60s",
                "connect-timeout",
                "60s",
                "answer-timeout",
                "60s");
        Recording recording = new Recording()) {
      callsOfAll(threads, library);
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(20));
      recording.start();

      callsOfAll(threads, library);

      recording.stop();
      recording.dump(file);
      List<RecordedEvent> pinned = RecordingFile.readAllEvents(file);
      assertThat(pinned).isEmpty();
      assertThat(server.connections()).isEqualTo(CALLERS);
    } finally {
      threads.shutdownNow();
      timer.shutdownNow();
    }
  }

  @Test
  void endsTheWaitForAnAnswerOfAThreadThatIsInterrupted() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    ExecutorService threads = virtualThreads();
    try (RawServer server =
            RawServer.start(
                exchanged -> {
                  in.countDown();
                  exchanged.waitForClient();
                });
        FaceLibrary library = Opened.at(server.endpoint(), "answer-timeout", "5m")) {
      CountDownLatch done = new CountDownLatch(1);
      List<Object> seen = new ArrayList<>();
      Future<?> call =
          threads.submit(
              () -> {
                seen.add(catchThrowable(() -> Opened.write(library)));
                seen.add(Thread.currentThread().isInterrupted());
                done.countDown();
              });
      assertThat(in.await(60, TimeUnit.SECONDS)).isTrue();

      call.cancel(true);

      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      FaceLibraryException failure = (FaceLibraryException) seen.get(0);
      assertThat(failure.kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(seen.get(1)).isEqualTo(true);
    } finally {
      threads.shutdownNow();
    }
  }
}
