package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.Call;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Limits;
import io.facelibrary.Operation;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The number of attempts that run at the same time. */
class CallsAtOnceTest {
  private static final Operation FIND = Operation.FIND_PERSON;
  private static final int CALLERS = 12;

  private final VirtualTime time = new VirtualTime();
  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void stopTheThreads() {
    threads.shutdownNow();
    Thread.interrupted();
  }

  /** Holds each call until it is let go. */
  private static final class Held extends ForwardingFaceLibrary {
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final Semaphore begun = new Semaphore(0);
    final Semaphore mayEnd = new Semaphore(0);

    Held(int callsAtOnce) {
      super(
          InMemoryFaceLibrary.builder()
              .limits(Limits.builder().callsAtOnce(callsAtOnce).build())
              .open());
    }

    @Override
    protected <T> T around(Call<T> call) {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      begun.release();
      mayEnd.acquireUninterruptibly();
      running.decrementAndGet();
      return call.proceed();
    }
  }

  @Test
  void isAtMostTheDeclaredOne() throws Exception {
    Held held = new Held(3);
    FaceLibrary layer = ResilientFaceLibrary.around(held).deadline(Duration.ofDays(1)).build();
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Operation operation = i % 2 == 0 ? FIND : Operation.LIST_GROUPS;
      calls.add(threads.submit(() -> Calls.call(layer, operation)));
    }

    for (int i = 0; i < CALLERS; i++) {
      held.begun.acquire();
      held.mayEnd.release();
    }

    for (Future<?> call : calls) {
      call.get(1, TimeUnit.MINUTES);
    }
    assertThat(held.most).hasValueBetween(1, 3);
  }

  @Test
  void refusesACallThatCannotBeginBeforeTheDeadline() throws Exception {
    Held held = new Held(1);
    FaceLibrary layer = ResilientFaceLibrary.around(held).time(time).build();
    Future<?> first = threads.submit(() -> Calls.call(layer, FIND));
    held.begun.acquire();

    FaceLibraryException refused = Calls.thrownBy(layer, FIND);

    assertThat(refused.kind()).isEqualTo(ErrorKind.THROTTLED);
    assertThat(refused.effect()).isEqualTo(Effect.NONE);
    assertThat(refused.retryAfter()).isEmpty();
    assertThat(refused).hasMessageContaining("too many other calls ran until the deadline");
    assertThat(time.now()).isEqualTo(Duration.ofSeconds(30));
    held.mayEnd.release();
    first.get(1, TimeUnit.MINUTES);
  }

  @Test
  void replacesTheDeclaredOneIfItIsSet() throws Exception {
    Held held = new Held(1);
    FaceLibrary layer = ResilientFaceLibrary.around(held).time(time).callsAtOnce(2).build();
    Future<?> first = threads.submit(() -> Calls.call(layer, FIND));
    Future<?> second = threads.submit(() -> Calls.call(layer, FIND));

    held.begun.acquire(2);

    held.mayEnd.release(2);
    first.get(1, TimeUnit.MINUTES);
    second.get(1, TimeUnit.MINUTES);
    assertThat(held.most).hasValue(2);
  }

  @Test
  void doesNotCountACallThatWaitsForItsNextAttempt() {
    ScriptedLibrary library = new ScriptedLibrary(time).thenFail(Calls.unavailable(FIND));
    AtomicReference<FaceLibrary> layer = new AtomicReference<>();
    AtomicBoolean other = new AtomicBoolean();
    layer.set(
        ResilientFaceLibrary.around(library)
            .time(time)
            .callsAtOnce(1)
            .listener(
                attempt -> {
                  if (other.compareAndSet(false, true)) {
                    Calls.call(layer.get(), Operation.LIST_GROUPS);
                  }
                })
            .build());

    layer.get().findPerson(Calls.GRACE);

    assertThat(library.operations).containsExactly(FIND, Operation.LIST_GROUPS, FIND);
  }

  @Test
  void isFreeAgainAfterAFailure() {
    ScriptedLibrary library =
        new ScriptedLibrary(time).thenFail(new IllegalStateException("of a library without guard"));
    FaceLibrary layer = ResilientFaceLibrary.around(library).time(time).callsAtOnce(1).build();

    assertThat(catchThrowable(() -> layer.findPerson(Calls.GRACE)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(layer.findPerson(Calls.GRACE)).isEmpty();
    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void reportsAnInterruptionWhileItWaits() throws Exception {
    Held held = new Held(1);
    FaceLibrary layer = ResilientFaceLibrary.around(held).time(time).build();
    Future<?> first = threads.submit(() -> Calls.call(layer, FIND));
    held.begun.acquire();
    time.interruptedAfter(0);

    FaceLibraryException thrown = Calls.thrownBy(layer, FIND);

    assertThat(thrown.kind()).isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(thrown.effect()).isEqualTo(Effect.NONE);
    assertThat(Thread.interrupted()).isTrue();
    held.mayEnd.release();
    first.get(1, TimeUnit.MINUTES);
  }
}
