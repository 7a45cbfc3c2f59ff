package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time limit only ends a test that hangs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PersonWorkersTest {
  private final ConcurrentLinkedQueue<String> copied = new ConcurrentLinkedQueue<>();

  private static PersonToCopy person(int number) {
    return new PersonToCopy(
        "p" + number, Set.of(), Optional.empty(), Optional.empty(), false, List.of());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void copiesOnAsManyThreadsAsItWasGiven() {
    // A barrier of three opens only if three threads copy at once.
    CyclicBarrier three = new CyclicBarrier(3);
    PersonWorkers workers =
        new PersonWorkers(
            3,
            person -> {
              await(three);
              copied.add(person.id());
            });

    for (int i = 0; i < 9; i++) {
      workers.submit(person(i));
    }
    workers.await();
    workers.throwFailure();

    assertThat(copied).hasSize(9);
  }

  @Test
  void aFailureIsThrown() {
    IllegalStateException failure = new IllegalStateException("disk full");
    PersonWorkers workers =
        new PersonWorkers(
            1,
            person -> {
              copied.add(person.id());
              throw failure;
            });

    workers.submit(person(0));
    workers.await();

    assertThatThrownBy(workers::throwFailure).isSameAs(failure);
    assertThatThrownBy(() -> workers.submit(person(1))).isSameAs(failure);
    assertThat(copied).containsExactly("p0");
  }

  @Test
  void personsThatWereQueuedBeforeAFailureAreNotCopied() {
    CountDownLatch queued = new CountDownLatch(1);
    PersonWorkers workers =
        new PersonWorkers(
            1,
            person -> {
              copied.add(person.id());
              try {
                queued.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              throw new OutOfMemoryError("simulated");
            });

    workers.submit(person(0));
    workers.submit(person(1));
    queued.countDown();
    workers.await();

    assertThatThrownBy(workers::throwFailure).isInstanceOf(OutOfMemoryError.class);
    assertThat(copied).containsExactly("p0");
  }
}
