package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibrary;
import io.facelibrary.Secret;
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
 * Adds, deletes and uploads over a network that loses, cuts, delays and doubles what it carries,
 * and compares what the calls said with what happened behind the server.
 *
 * <p>To see a run again: {@code -Dnetwork.seed=...} with the seed that it printed. The die falls in
 * the order in which threads come, so a run is alike, not the same.
 */
class NothingLostTest {
  private static final int THREADS = 8;
  private static final int CALLS = 12_000;
  private static final double SHARE_OF_FAULTS = 0.1;
  private static final Duration ANSWER_TIMEOUT = Duration.ofMillis(150);
  private static final long LATE_MILLIS = 300;
  private static final String KEY = "a-key-for-tests";
  private static final Secret SECRET = Secret.of("a-secret-for-tests");

  @Test
  void losesNothingAndDoublesNothingOnABadNetwork() throws Exception {
    long seed = Long.getLong("network.seed", new Random().nextLong());
    System.out.println("NothingLostTest: -Dnetwork.seed=" + seed);
    Account account = new Account();
    try (Ledger ledger = new Ledger(InMemoryFaceLibrary.builder().greenLimits().open());
        FaultProxy network = new FaultProxy(seed, SHARE_OF_FAULTS, LATE_MILLIS);
        GreenServer server =
            GreenServer.builder()
                .library(ledger)
                .credentials(KEY, SECRET)
                .publicUrl(network.uri())
                .start()) {
      network.to(server.uri());
      try (FaceLibrary library = opened(network.uri())) {
        work(library, ledger, account, seed);
      }
      network.settle();

      assertThat(account.contradictions(ledger)).isEmpty();
      assertThat(network.happened().values()).allMatch(times -> times.sum() > 0);
      System.out.println("NothingLostTest: " + account.summary() + ", " + network.happened());
      assertThat(account.calls()).isGreaterThanOrEqualTo(10_000);
      assertThat(account.settledCalls()).isGreaterThan(account.calls() / 2);
    }
  }

  private static FaceLibrary opened(URI endpoint) {
    FaceLibrary aliyun =
        AliyunFaceLibrary.builder()
            .endpoint(endpoint)
            .credentials(AliyunCredentials.of(KEY, SECRET))
            .answerTimeout(ANSWER_TIMEOUT)
            .open();
    return ResilientFaceLibrary.around(aliyun)
        .withoutRateLimits()
        .backoff(Duration.ofMillis(1), Duration.ofMillis(5))
        .retryBudget(1, 1000)
        .build();
  }

  private static void work(FaceLibrary library, Ledger ledger, Account account, long seed)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> workers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(seed + 1 + i);
        workers.add(
            () -> {
              new FaceWorker(library, ledger, account, random).make(CALLS / THREADS);
              return null;
            });
      }
      for (Future<Void> worker : threads.invokeAll(workers)) {
        worker.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
