package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibrary;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.support.FaceRecorder;
import io.facelibrary.aliyun.support.FaultProxy;
import io.facelibrary.aliyun.support.RandomCaller;
import io.facelibrary.aliyun.support.ReportedOutcomes;
import io.facelibrary.green.GreenServer;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.resilience.ResilientFaceLibrary;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Adds, deletes and uploads over a network that loses, truncates, delays and duplicates messages,
 * and compares the reported outcomes with the effects behind the server.
 *
 * <p>The seed of the faults is fixed and printed; {@code -Dnetwork.seed=...} sets another one.
 * Faults are assigned in the order in which threads make their calls, so two runs are similar, not
 * equal.
 */
class FaultyNetworkTest {
  private static final long SEED = 20_261_128;
  private static final int THREADS = 8;
  private static final int CALLS = 10_000;
  private static final double FAULT_RATE = 0.1;
  // Each late response costs this time. On a busy machine more calls have an unknown effect.
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(1);
  private static final String KEY = "a-key-for-tests";
  private static final Secret SECRET = Secret.of("a-secret-for-tests");

  @Test
  void losesNothingAndDuplicatesNothing() throws Exception {
    long seed = Long.getLong("network.seed", SEED);
    System.out.println("FaultyNetworkTest: -Dnetwork.seed=" + seed);
    ReportedOutcomes outcomes = new ReportedOutcomes();
    try (FaceRecorder recorder =
            new FaceRecorder(InMemoryFaceLibrary.builder().greenLimits().open());
        FaultProxy network = new FaultProxy(seed, FAULT_RATE);
        GreenServer server =
            GreenServer.builder()
                .library(recorder)
                .credentials(KEY, SECRET)
                .publicUrl(network.uri())
                .start()) {
      network.forwardTo(server.uri());
      try (FaceLibrary library = open(network.uri())) {
        callFromAllThreads(library, recorder, outcomes, seed);
      }
      network.awaitEnd();

      assertThat(outcomes.contradictions(recorder)).isEmpty();
      assertThat(network.counts().values()).allMatch(times -> times.sum() > 0);
      System.out.println("FaultyNetworkTest: " + outcomes.summary() + ", " + network.counts());
      assertThat(outcomes.calls()).isGreaterThanOrEqualTo(10_000);
      assertThat(outcomes.callsWithKnownEffect()).isGreaterThan(outcomes.calls() / 2);
    }
  }

  private static FaceLibrary open(URI endpoint) {
    FaceLibrary aliyun =
        AliyunFaceLibrary.builder()
            .endpoint(endpoint)
            .credentials(AliyunCredentials.of(KEY, SECRET))
            .responseTimeout(RESPONSE_TIMEOUT)
            .open();
    return ResilientFaceLibrary.around(aliyun)
        .withoutRateLimits()
        .backoff(Duration.ofMillis(1), Duration.ofMillis(5))
        .retryBudget(1, 1000)
        .build();
  }

  private static void callFromAllThreads(
      FaceLibrary library, FaceRecorder recorder, ReportedOutcomes outcomes, long seed)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> callers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(seed + 1 + i);
        callers.add(
            () -> {
              new RandomCaller(library, recorder, outcomes, random).call(CALLS / THREADS);
              return null;
            });
      }
      for (Future<Void> caller : threads.invokeAll(callers)) {
        caller.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
