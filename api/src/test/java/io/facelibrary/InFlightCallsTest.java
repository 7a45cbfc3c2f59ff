package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InFlightCallsTest {
  private final InFlightCalls calls = new InFlightCalls();

  @Test
  void onlyTheFirstCloseReturnsTrue() {
    calls.leave(calls.enter());

    assertThat(calls.close()).isTrue();
    assertThat(calls.close()).isFalse();
    assertThatThrownBy(calls::enter).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aThreadMayEnterSeveralTimes() {
    int first = calls.enter();
    int second = calls.enter();
    calls.leave(second);
    calls.leave(first);

    assertThat(calls.close()).isTrue();
  }

  @Test
  void distributesConsecutiveThreadIdsOverAllStripes() {
    assertThat(LongStream.rangeClosed(1, 200).map(InFlightCalls::stripeOf).distinct().sorted())
        .containsExactly(
            16L, 32L, 48L, 64L, 80L, 96L, 112L, 128L, 144L, 160L, 176L, 192L, 208L, 224L, 240L,
            256L);
  }

  @Test
  void acceptsCallsOfManyThreads() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      Thread thread = new Thread(() -> calls.leave(calls.enter()));
      thread.start();
      thread.join();
    }

    assertThat(calls.close()).isTrue();
  }

  /** Closing ends although other threads never stop calling. */
  @RepeatedTest(5)
  void closesWhileOtherThreadsKeepCalling() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch busy = new CountDownLatch(8);
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread caller = new Thread(() -> callUntil(over, busy));
      caller.start();
      callers.add(caller);
    }
    busy.await();

    boolean first = calls.close();

    over.set(true);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(first).isTrue();
  }

  private void callUntil(AtomicBoolean over, CountDownLatch busy) {
    while (!over.get()) {
      try {
        calls.leave(calls.enter());
      } catch (InvalidRequestException shut) {
        // calls again
      }
      busy.countDown();
    }
  }
}
