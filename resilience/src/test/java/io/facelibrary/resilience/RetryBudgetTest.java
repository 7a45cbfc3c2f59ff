package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private static final int THREADS = 8;
  private static final int CALLS = 2_000;

  private final AtomicInteger retries = new AtomicInteger();

  @Test
  void countsEveryCallAndEveryRetryOfManyThreads() throws InterruptedException {
    RetryBudget budget = new RetryBudget(0.1, 10_000);
    while (budget.spend()) {
      retries.incrementAndGet();
    }

    inParallel(budget::earn);
    inParallel(
        () -> {
          if (budget.spend()) {
            retries.incrementAndGet();
          }
        });

    assertThat(retries).hasValue(10_000 + THREADS * CALLS / 10);
  }

  @Test
  void savesNoMoreThanItsReserve() {
    RetryBudget budget = new RetryBudget(1, 3);
    for (int i = 0; i < 10; i++) {
      budget.earn();
    }

    while (budget.spend()) {
      retries.incrementAndGet();
    }

    assertThat(retries).hasValue(3);
  }

  private static void inParallel(Runnable call) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < CALLS; n++) {
                  call.run();
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
