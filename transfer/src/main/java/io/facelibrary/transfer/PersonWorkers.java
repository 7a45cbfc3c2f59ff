package io.facelibrary.transfer;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Threads that copy persons. At most two persons per thread are queued or being copied, so that the
 * source is read no faster than needed. The first failure, such as a full disk, stops all threads
 * after their running calls.
 */
final class PersonWorkers {
  private final int permits;
  private final Semaphore free;
  private final ExecutorService threads;
  private final Consumer<PersonToCopy> copy;
  private volatile Optional<Throwable> failure = Optional.empty();

  PersonWorkers(int threads, Consumer<PersonToCopy> copy) {
    this.permits = 2 * threads;
    this.free = new Semaphore(permits);
    this.threads = Executors.newFixedThreadPool(threads);
    this.copy = copy;
  }

  /** Passes a person to a thread; waits while all threads are busy. Throws an earlier failure. */
  void submit(PersonToCopy person) {
    throwFailure();
    free.acquireUninterruptibly();
    threads.execute(() -> run(person));
  }

  private void run(PersonToCopy person) {
    try {
      if (failure.isEmpty()) {
        copy.accept(person);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      free.release();
    }
  }

  private synchronized void fail(Throwable cause) {
    if (failure.isEmpty()) {
      failure = Optional.of(cause);
    }
  }

  /** Waits for all persons and ends the threads. */
  void await() {
    free.acquireUninterruptibly(permits);
    threads.shutdown();
  }

  /** Throws the first failure of a thread, if there was one. */
  void throwFailure() {
    failure.ifPresent(PersonWorkers::rethrow);
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
