package io.facelibrary.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Repeats parallel calls that collide at one point, such as adds to the last free place of a
 * person.
 *
 * <p>The threads of a round spin at a barrier, so that they leave it within nanoseconds, and then
 * spin for offsets that differ from round to round. This aims the calls at a window of a few
 * instructions between a check and the act that relies on it.
 */
final class Race {
  /** Threads of a round: two collide on a machine with two cores, and four on a larger one. */
  static final int THREADS = 4;

  /** Rounds of a library that is too slow to reach {@link #MOST_ROUNDS} in {@link #BUDGET}. */
  private static final int LEAST_ROUNDS = 10;

  private static final int MOST_ROUNDS = 20_000;

  /** Time after which no round starts. It bounds the rounds, and never fails a library. */
  private static final Duration BUDGET = Duration.ofMillis(400);

  private static final int OFFSETS = 61;
  private static final int SPINS_BEFORE_YIELD = 200;

  private Race() {}

  /** A call of one thread of a round. */
  @FunctionalInterface
  interface Runner<T> {
    /** Makes the call of the thread with this number, from 0. */
    T run(int thread);
  }

  /**
   * Repeats rounds until the time is used up.
   *
   * @param runner the call that every thread makes in every round
   * @param check receives the results of a round; it runs alone and restores the start of the race
   */
  static <T> void repeat(Runner<T> runner, Consumer<List<T>> check) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      for (int round = 0; round < MOST_ROUNDS; round++) {
        if (round >= LEAST_ROUNDS && System.nanoTime() - start > BUDGET.toNanos()) {
          return;
        }
        check.accept(runRound(threads, runner, round));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> runRound(ExecutorService threads, Runner<T> runner, int round) {
    AtomicInteger missing = new AtomicInteger(THREADS);
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      int offset = (round * (thread + 1)) % OFFSETS;
      Callable<T> call =
          () -> {
            await(missing);
            spin(offset);
            return runner.run(thread);
          };
      running.add(threads.submit(call));
    }
    return Concurrently.results(running);
  }

  /** Returns in every thread as soon as the last one has arrived, on any number of cores. */
  @SuppressWarnings("ThreadPriorityCheck") // Yielding only shortens the wait.
  private static void await(AtomicInteger missing) {
    missing.decrementAndGet();
    for (int spins = 0; missing.get() > 0; spins++) {
      if (spins < SPINS_BEFORE_YIELD) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  private static void spin(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }
}
