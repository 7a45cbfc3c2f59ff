package io.facelibrary.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Repeats parallel calls that collide at one point, such as adds to the last free place of a
 * person. The window to hit is a few instructions long, between a check and the act that relies on
 * it. Two methods hit it:
 *
 * <ul>
 *   <li>{@link #rounds} lets the threads spin at a barrier, so that they leave it within
 *       nanoseconds. They then spin for offsets that differ from round to round. This hits the
 *       window on a machine with several free cores.
 *   <li>{@link #loops} lets one thread call without a pause, and the others after short pauses. The
 *       end of a pause interrupts the running thread at any instruction. This hits the window on a
 *       machine with one free core, too.
 * </ul>
 */
final class Race {
  /** Threads of a round: two collide on a machine with two cores, and four on a larger one. */
  static final int THREADS = 4;

  /** Rounds of a library so slow that {@link #BUDGET} allows fewer. */
  private static final int LEAST_ROUNDS = 10;

  /** Time after which no round starts. It bounds the rounds, and never fails a library. */
  private static final Duration BUDGET = Duration.ofMillis(250);

  private static final int OFFSETS = 61;
  private static final int SPINS_BEFORE_YIELD = 200;

  private Race() {}

  /** A call of one thread of a round. */
  @FunctionalInterface
  interface Runner<T> {
    /** Makes the call of the thread with this number, from 0. */
    T run(int thread);
  }

  /** A step of a thread that repeats its calls. */
  @FunctionalInterface
  interface Step {
    /** Makes the calls of the thread with this number, from 0. */
    void run(int thread, int repetition);
  }

  /**
   * Repeats rounds until the time is used up.
   *
   * @param runner the call that every thread makes in every round
   * @param check receives the results of a round; it runs alone and restores the start of the race
   */
  static <T> void rounds(Runner<T> runner, Consumer<List<T>> check) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      long start = System.nanoTime();
      for (int round = 0; isDue(round, start); round++) {
        check.accept(runRound(threads, runner, round));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isDue(int round, long start) {
    return round < LEAST_ROUNDS || System.nanoTime() - start < BUDGET.toNanos();
  }

  /**
   * Repeats a step in every thread until the time is used up. A step that throws fails the test.
   */
  static void loops(Step step) {
    long start = System.nanoTime();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      tasks.add(
          () -> {
            for (int round = 0; isDue(round, start); round++) {
              step.run(thread, round);
              pause(thread, round);
            }
            return true;
          });
    }
    Concurrently.run(tasks);
  }

  private static <T> List<T> runRound(ExecutorService threads, Runner<T> runner, int round) {
    AtomicInteger missing = new AtomicInteger(THREADS);
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      int offset = offset(thread, round);
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

  /** Waits until all threads have arrived. Works on any number of cores. */
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

  /** Returns a number of spins that differs between threads and from round to round. */
  private static int offset(int thread, int round) {
    return round % OFFSETS * (thread + 1) % OFFSETS;
  }

  /** Pauses for a time that differs between threads and from round to round, at most 0.1 ms. */
  static void pause(int thread, int round) {
    int offset = offset(thread, round);
    if (thread == 0) {
      spin(offset);
    } else {
      LockSupport.parkNanos(10_000 + 1_000L * offset);
    }
  }

  private static void spin(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }
}
