package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InFlightCallsTest {
  private final InFlightCalls gate = new InFlightCalls();

  @Test
  void onlyTheFirstShutsIt() {
    gate.leave(gate.enter());

    assertThat(gate.shut()).isTrue();
    assertThat(gate.shut()).isFalse();
    assertThatThrownBy(gate::enter).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aThreadMayEnterSeveralTimes() {
    int first = gate.enter();
    int second = gate.enter();
    gate.leave(second);
    gate.leave(first);

    assertThat(gate.shut()).isTrue();
  }

  @Test
  void everyThreadEntersByAStripeOfTheGate() throws InterruptedException {
    List<Integer> stripes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Thread thread =
          new Thread(
              () -> {
                int stripe = gate.enter();
                stripes.add(stripe);
                gate.leave(stripe);
              });
      thread.start();
      thread.join();
    }

    assertThat(stripes).hasSize(200);
    assertThat(stripes.stream().distinct().count()).isGreaterThan(8);
    assertThat(gate.shut()).isTrue();
  }

  /** The one who shuts it goes on although others never stop knocking. */
  @RepeatedTest(5)
  void isShutUnderAStormOfCallers() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch busy = new CountDownLatch(8);
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread caller = new Thread(() -> knockUntil(over, busy));
      caller.start();
      callers.add(caller);
    }
    busy.await();

    boolean first = gate.shut();

    over.set(true);
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(first).isTrue();
  }

  private void knockUntil(AtomicBoolean over, CountDownLatch busy) {
    while (!over.get()) {
      try {
        gate.leave(gate.enter());
      } catch (InvalidRequestException shut) {
        // knocks again
      }
      busy.countDown();
    }
  }
}
