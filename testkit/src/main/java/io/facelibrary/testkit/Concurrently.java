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

/** Runs tasks at the same moment, each in a thread of its own. */
final class Concurrently {
  /** Only a library that hangs is given up on: the slowest remote one answers in seconds. */
  private static final int PATIENCE_SECONDS = 120;

  private Concurrently() {}

  /** Runs one task several times. */
  static <T> List<T> times(int count, Callable<T> task) {
    return run(IntStream.range(0, count).mapToObj(i -> task).toList());
  }

  /** Returns the answers in the order of the tasks; a task that throws fails the test. */
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
      List<T> answers = new ArrayList<>();
      for (Future<T> future : running) {
        answers.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return answers;
    } catch (ExecutionException e) {
      return fail("a call in parallel with others failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      return fail("calls in parallel do not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
