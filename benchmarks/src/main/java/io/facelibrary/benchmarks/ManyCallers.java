package io.facelibrary.benchmarks;

import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.AliyunCredentials;
import io.facelibrary.aliyun.AliyunFaceLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures a thousand concurrent calls to a server with a delay of 50 ms. They run on virtual
 * threads if the JVM has them, else on as many platform threads. To detect pinning, use {@code
 * -Djdk.tracePinnedThreads=full} on JDK 21 to 23, or the event {@code jdk.VirtualThreadPinned}.
 */
public final class ManyCallers {
  private static final int CALLERS = 1000;
  private static final int DELAY_MILLIS = 50;
  private static final int ROUNDS = 10;

  private ManyCallers() {}

  /**
   * Measures.
   *
   * @param args none
   */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    DeleteFaces request = DeleteFaces.of(PersonId.of("person1"), FaceId.of("31842550077981745"));
    ExecutorService threads = threads();
    try (CannedServer.Running server = CannedServer.start(DELAY_MILLIS);
        FaceLibrary library =
            AliyunFaceLibrary.builder()
                .endpoint(server.uri())
                .credentials(AliyunCredentials.of("test-key", Secret.of("test-secret")))
                .maxConnections(CALLERS)
                .open()) {
      for (int round = 0; round < ROUNDS; round++) {
        long begin = System.nanoTime();
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
          calls.add(threads.submit(() -> library.deleteFaces(request)));
        }
        for (Future<?> call : calls) {
          call.get();
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.println(CALLERS + " calls of " + DELAY_MILLIS + " ms in " + millis + " ms");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Virtual threads need JDK 21, and this is compiled for 17, so they are created by reflection.
   */
  private static ExecutorService threads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      return Executors.newFixedThreadPool(CALLERS);
    }
  }
}
