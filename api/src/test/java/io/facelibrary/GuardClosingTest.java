package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.Calls;
import io.facelibrary.support.FakeFaceLibrary;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class GuardClosingTest {
  private final FakeFaceLibrary provider = new FakeFaceLibrary();
  private final FaceLibrary library = FaceLibraries.guard("sample", provider);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<String> events = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aCallAfterClosingIsRefusedAndNeverReachesTheProvider(Operation operation) {
    library.close();

    assertThatThrownBy(() -> Calls.call(library, operation))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "sample "
                + operation
                + ": library must not be used after it was closed (INVALID_REQUEST, effect NONE)");
    assertThat(provider.calls).isEmpty();
  }

  @Test
  void closingTwiceClosesOnce() {
    library.close();
    library.close();

    assertThat(provider.closes).hasValue(1);
  }

  @Test
  void capabilitiesAreAvailableAfterClosing() {
    library.close();

    assertThat(library.capabilities()).isEqualTo(provider.capabilities());
    assertThat(library.unwrap(FakeFaceLibrary.class)).contains(provider);
  }

  @Test
  void closingWaitsForARunningCall() throws InterruptedException {
    Thread caller = startCallThatStays();
    Thread closer = start(library::close);
    awaitRefusal();

    assertThat(provider.closes).hasValue(0);

    released.countDown();
    caller.join();
    closer.join();
    assertThat(events).containsExactly("call returned");
    assertThat(provider.closes).hasValue(1);
  }

  @Test
  void closingWaitsForACallThatFails() throws InterruptedException {
    provider.responding(
        (operation, usual) -> {
          stay();
          throw new IllegalStateException("whatever");
        });
    Thread caller =
        start(
            () ->
                assertThatThrownBy(() -> library.findPerson(Calls.ALICE))
                    .isInstanceOf(FaceLibraryException.class));
    entered.await();
    Thread closer = start(library::close);
    awaitWaiting(closer);

    released.countDown();
    caller.join();
    closer.join();

    assertThat(provider.closes).hasValue(1);
  }

  @Test
  void concurrentClosersWaitAndOneOfThemCloses() throws InterruptedException {
    Thread caller = startCallThatStays();
    List<Thread> closers = List.of(start(library::close), start(library::close));
    for (Thread closer : closers) {
      awaitWaiting(closer);
    }

    released.countDown();
    caller.join();
    for (Thread closer : closers) {
      closer.join();
    }

    assertThat(provider.closes).hasValue(1);
  }

  @Test
  void aSecondCloseReturnsOnlyAfterTheProviderIsClosed() throws InterruptedException {
    CountDownLatch closing = new CountDownLatch(1);
    FaceLibrary slow =
        FaceLibraries.guard(
            "sample",
            new FakeFaceLibrary() {
              @Override
              public void close() {
                closing.countDown();
                stay();
                events.add("provider closed");
              }
            });
    Thread first = start(slow::close);
    closing.await();
    Thread second =
        start(
            () -> {
              slow.close();
              events.add("second returned");
            });
    awaitWaiting(second);

    released.countDown();
    first.join();
    second.join();

    assertThat(events).containsExactly("provider closed", "second returned");
  }

  @Test
  void anInterruptNeitherEndsTheWaitNorIsLost() throws InterruptedException {
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread caller = startCallThatStays();
    Thread closer =
        start(
            () -> {
              library.close();
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    awaitWaiting(closer);

    closer.interrupt();
    // The interrupted wait clears the flag, and then the closer waits again.
    while (closer.isInterrupted()) {
      Thread.onSpinWait();
    }
    awaitWaiting(closer);
    assertThat(provider.closes).hasValue(0);

    released.countDown();
    caller.join();
    closer.join();
    assertThat(provider.closes).hasValue(1);
    assertThat(interrupted).isTrue();
  }

  @Test
  void anInterruptedThreadClosesAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    library.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(provider.closes).hasValue(1);
  }

  @RepeatedTest(100)
  void noCallRunsAfterClosing() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean closed = new AtomicBoolean();
    AtomicInteger late = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(8);
    FaceLibrary crowded =
        FaceLibraries.guard(
            "sample",
            new FakeFaceLibrary() {
              @Override
              public void close() {
                closed.set(true);
                late.addAndGet(inside.get());
              }
            }.responding(
                (operation, usual) -> {
                  inside.incrementAndGet();
                  late.addAndGet(closed.get() ? 1 : 0);
                  busy.countDown();
                  inside.decrementAndGet();
                  return usual;
                }));
    List<Thread> callers = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(start(() -> callUntilRefused(crowded)));
    }
    busy.await();

    crowded.close();

    assertThat(inside).hasValue(0);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(late).hasValue(0);
  }

  private static void callUntilRefused(FaceLibrary library) {
    for (; ; ) {
      try {
        library.deletePerson(Calls.ALICE);
      } catch (InvalidRequestException refusal) {
        return;
      }
    }
  }

  private Thread startCallThatStays() throws InterruptedException {
    provider.responding(
        (operation, usual) -> {
          if (operation == Operation.DELETE_PERSON) {
            stay();
            events.add(provider.closes.get() == 0 ? "call returned" : "closed during the call");
          }
          return usual;
        });
    Thread caller = start(() -> library.deletePerson(Calls.ALICE));
    entered.await();
    return caller;
  }

  private void stay() {
    entered.countDown();
    try {
      assertThat(released.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Calls the library until it refuses calls, which it does once closing has begun. */
  private void awaitRefusal() {
    while (true) {
      try {
        library.findPerson(Calls.ALICE);
      } catch (InvalidRequestException refusal) {
        assertThat(refusal).hasMessageContaining("after it was closed");
        return;
      }
      Thread.onSpinWait();
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.BLOCKED) {
      assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
      Thread.onSpinWait();
    }
  }
}
