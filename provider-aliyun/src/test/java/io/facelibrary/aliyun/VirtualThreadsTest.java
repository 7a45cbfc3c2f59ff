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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "before Java 21 there are none")
class VirtualThreadsTest {
  private static final int CALLERS = 1000;

  /** Calls the factory by name, because the tests are compiled for Java 17. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  /**
   * Responds to all callers when the last call has arrived. Callers that cannot all wait at the
   * same time never get a response. A pinned thread occupies a thread of the platform while it
   * waits, and the scheduler has fewer of those than there are callers.
   */
  private static RawServer.Script respondingToAllTogether(Executor responder) {
    Queue<RawServer.Exchange> waiting = new ConcurrentLinkedQueue<>();
    AtomicInteger arrived = new AtomicInteger();
    return exchange -> {
      waiting.add(exchange);
      if (arrived.incrementAndGet() % CALLERS == 0) {
        responder.execute(() -> respondToAll(waiting));
      }
    };
  }

  private static void respondToAll(Queue<RawServer.Exchange> waiting) {
    for (int i = 0; i < CALLERS; i++) {
      respond(waiting.remove());
    }
  }

  private static void respond(RawServer.Exchange exchange) {
    try {
      exchange.send(RawResponse.NO_FACES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void callFromAll(ExecutorService threads, FaceLibrary library) throws Exception {
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(threads.submit(() -> TestLibraries.read(library)));
    }
    for (Future<?> call : calls) {
      call.get(120, TimeUnit.SECONDS);
    }
  }

  @Test
  void letsAThousandThreadsWaitAtTheSameTimeBecauseItPinsNone() throws Exception {
    ExecutorService threads = virtualThreads();
    ExecutorService responder = Executors.newSingleThreadExecutor();
    try (RawServer server = RawServer.start(respondingToAllTogether(responder));
        FaceLibrary library =
            TestLibraries.open(server.endpoint(), "max-connections", Integer.toString(CALLERS))) {
      callFromAll(threads, library);
      callFromAll(threads, library);

      assertThat(server.connections()).isEqualTo(CALLERS);
    } finally {
      threads.shutdownNow();
      responder.shutdownNow();
    }
  }

  @Test
  void endsTheWaitForAResponseWhenTheThreadIsInterrupted() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    ExecutorService threads = virtualThreads();
    try (RawServer server =
            RawServer.start(
                exchange -> {
                  arrived.countDown();
                  exchange.awaitClose();
                });
        FaceLibrary library = TestLibraries.open(server.endpoint(), "response-timeout", "5m")) {
      CountDownLatch done = new CountDownLatch(1);
      List<Object> results = new ArrayList<>();
      Future<?> call =
          threads.submit(
              () -> {
                results.add(catchThrowable(() -> TestLibraries.write(library)));
                results.add(Thread.currentThread().isInterrupted());
                done.countDown();
              });
      assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

      call.cancel(true);

      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      FaceLibraryException failure = (FaceLibraryException) results.get(0);
      assertThat(failure.kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(results.get(1)).isEqualTo(true);
    } finally {
      threads.shutdownNow();
    }
  }
}
