package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.opentest4j.TestAbortedException;

/** Runs tasks in parallel, each in its own thread. All tasks start together. */
final class Concurrently {
  /** Only a library that hangs reaches this limit: the slowest remote one responds in seconds. */
  static final int TIME_LIMIT_SECONDS = 120;

  private Concurrently() {}

  /** Runs one task several times in parallel. */
  static <T> List<T> times(int count, Callable<T> task) {
    return run(IntStream.range(0, count).mapToObj(i -> task).toList());
  }

  /** Returns the results in the order of the tasks. A task that throws fails the test. */
  static <T> List<T> run(List<Callable<T>> tasks) {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      return results(running);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Waits for the results. A task that throws, or does not end, fails the test. */
  static <T> List<T> results(List<Future<T>> running) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TestAbortedException skipped) {
        throw skipped;
      }
      return fail("a parallel call failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      return fail("parallel calls do not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    }
  }
}
