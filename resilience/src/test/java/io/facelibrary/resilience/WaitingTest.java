package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time of the next attempt, and the bounds that prevent one. */
class WaitingTest {
  private static final Operation FIND = Operation.FIND_PERSON;

  private final VirtualTime time = new VirtualTime();
  private final ScriptedLibrary library = new ScriptedLibrary(time);

  @AfterEach
  void clearTheInterruptFlag() {
    Thread.interrupted();
  }

  @Test
  void waitsTwiceAsLongAfterEachAttemptUpToTheCeiling() {
    library.alwaysFail(() -> Calls.unavailable(FIND));

    Calls.thrownBy(patient().maxAttempts(6).build(), FIND);

    assertThat(time.sleeps)
        .containsExactly(millis(100), millis(200), millis(400), millis(500), millis(500));
  }

  @Test
  void makesAtMostTheMaximumNumberOfAttempts() {
    FaceLibraryException last = Calls.unavailable(FIND);
    library.thenFail(Calls.unavailable(FIND), Calls.unavailable(FIND), last);

    assertThat(Calls.thrownBy(patient().maxAttempts(3).build(), FIND)).isSameAs(last);

    assertThat(library.begun).hasSize(3);
  }

  @Test
  void makesOneAttemptIfRetriesAreOff() {
    library.thenFail(Calls.unavailable(FIND));

    Calls.thrownBy(patient().maxAttempts(1).build(), FIND);

    assertThat(library.begun).hasSize(1);
    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void waitsAsLongAsTheServiceAsks() {
    library.thenFail(throttled(Duration.ofSeconds(3)));

    patient().build().findPerson(Calls.GRACE);

    assertThat(time.sleeps).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void waitsLongerThanTheServiceAsksIfTheBackoffIsLonger() {
    library.thenFail(throttled(millis(1)));

    patient().build().findPerson(Calls.GRACE);

    assertThat(time.sleeps).containsExactly(millis(100));
  }

  @Test
  void failsImmediatelyIfTheServiceRequestsAWaitBeyondTheDeadline() {
    FaceLibraryException failure = throttled(Duration.ofSeconds(Long.MAX_VALUE));
    library.thenFail(failure);

    assertThat(Calls.thrownBy(patient().build(), FIND)).isSameAs(failure);

    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void beginsAnAttemptAtTheDeadlineAndNoneAfterIt() {
    library.thenFail(throttled(Duration.ofSeconds(10)));
    patient().deadline(Duration.ofSeconds(10)).build().findPerson(Calls.GRACE);
    assertThat(library.begun).last().isEqualTo(Duration.ofSeconds(10));

    library.thenFail(throttled(Duration.ofSeconds(10).plusNanos(1)));
    Calls.thrownBy(patient().deadline(Duration.ofSeconds(10)).build(), FIND);

    assertThat(library.begun).hasSize(3);
  }

  @Test
  void countsTheTimeOfAttemptsTowardTheDeadline() {
    library.taking(Duration.ofSeconds(4)).alwaysFail(() -> Calls.unavailable(FIND));

    Calls.thrownBy(patient().deadline(Duration.ofSeconds(10)).build(), FIND);

    assertThat(library.begun).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void beginsNoAttemptAfterASleepThatPassedTheDeadline(boolean limited) {
    FaceLibraryException failure = throttled(Duration.ofSeconds(9));
    library.thenFail(failure);
    time.oversleepingBy(Duration.ofSeconds(2));
    ResilientFaceLibrary.Builder layer = patient().deadline(Duration.ofSeconds(10));
    if (limited) {
      layer.callsPerSecond(FIND, 1);
    }

    assertThat(Calls.thrownBy(layer.build(), FIND)).isSameAs(failure);

    assertThat(library.begun).hasSize(1);
  }

  @Test
  void repeatsSingleFailuresOfAProgramWithFewCalls() {
    ResilientFaceLibrary layer = patient().build();

    for (int i = 0; i < 10; i++) {
      library.thenFail(Calls.unavailable(FIND));
      layer.findPerson(Calls.GRACE);
    }

    assertThat(library.begun).hasSize(20);
  }

  @Test
  void repeatsOneCallInTenIfAllFail() {
    library.alwaysFail(() -> Calls.unavailable(FIND));
    ResilientFaceLibrary layer = patient().build();

    for (int i = 0; i < 1000; i++) {
      assertThat(Calls.thrownBy(layer, FIND).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }

    assertThat(library.begun).hasSizeBetween(1000 + 100, 1000 + 100 + 10);
  }

  @Test
  void repeatsNothingWithoutABudget() {
    library.alwaysFail(() -> Calls.unavailable(FIND));
    ResilientFaceLibrary layer = patient().retryBudget(1, 0).build();

    Calls.thrownBy(layer, FIND);
    Calls.thrownBy(layer, FIND);

    assertThat(library.begun).hasSize(2);
  }

  @Test
  void takesAPermitForEachAttempt() {
    library.thenFail(Calls.unavailable(FIND), Calls.unavailable(FIND));

    patient().callsPerSecond(FIND, 1).build().findPerson(Calls.GRACE);

    assertThat(library.begun)
        .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void immediatelyRefusesACallWithoutAPermitBeforeTheDeadline() {
    ResilientFaceLibrary layer = patient().callsPerSecond(FIND, 2).deadline(millis(900)).build();
    layer.findPerson(Calls.GRACE);
    layer.findPerson(Calls.GRACE);

    FaceLibraryException refused = Calls.thrownBy(layer, FIND);

    assertThat(refused.kind()).isEqualTo(ErrorKind.THROTTLED);
    assertThat(refused.effect()).isEqualTo(Effect.NONE);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(refused)
        .hasMessageContaining("resilience findPerson")
        .hasMessageContaining("PT0.9S");
    assertThat(time.sleeps).isEmpty();
    assertThat(library.begun).hasSize(2);
  }

  @Test
  void throwsTheLastFailureIfTheNextAttemptHasNoPermitBeforeTheDeadline() {
    FaceLibraryException failure = Calls.unavailable(FIND);
    library.thenFail(failure);
    ResilientFaceLibrary layer = patient().callsPerSecond(FIND, 1).deadline(millis(900)).build();

    assertThat(Calls.thrownBy(layer, FIND)).isSameAs(failure);
  }

  @Test
  void hasNoEffectIfInterruptedBeforeTheFirstAttempt() {
    ResilientFaceLibrary layer = patient().callsPerSecond(FIND, 1).build();
    layer.findPerson(Calls.GRACE);
    time.interruptedAfter(0);

    FaceLibraryException thrown = Calls.thrownBy(layer, FIND);

    assertThat(thrown.kind()).isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(thrown.effect()).isEqualTo(Effect.NONE);
    assertThat(thrown.call().orElseThrow().operation()).isEqualTo(FIND);
    assertThat(thrown).hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(library.begun).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"NONE", "PARTIAL", "UNKNOWN"})
  void hasTheEffectOfTheAttemptsIfInterruptedBetweenThem(Effect effect) {
    FaceLibraryException lost = Calls.failure(Operation.DELETE_PERSON, ErrorKind.TIMED_OUT, effect);
    library.thenFail(lost);
    time.interruptedAfter(0);

    FaceLibraryException thrown = Calls.thrownBy(patient().build(), Operation.DELETE_PERSON);

    assertThat(thrown.kind()).isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(thrown.effect()).isEqualTo(effect);
    assertThat(thrown.call()).isEqualTo(lost.call());
    assertThat(thrown.getSuppressed()).containsExactly(lost);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(library.begun).hasSize(1);
  }

  @Test
  void returnsItsPlaceInTheQueueIfInterrupted() {
    AtomicInteger interrupted = new AtomicInteger();
    ResilientFaceLibrary layer = patient().callsPerSecond(FIND, 1).build();
    layer.findPerson(Calls.GRACE);
    time.interruptedAfter(0);
    for (int i = 0; i < 20; i++) {
      if (Calls.thrownBy(layer, FIND).kind() == ErrorKind.INTERRUPTED) {
        interrupted.incrementAndGet();
      }
    }
    Thread.interrupted();
    time.interruptedAfter(1);

    layer.findPerson(Calls.GRACE);

    assertThat(interrupted).hasValue(20);
    assertThat(time.sleeps).containsExactly(Duration.ofSeconds(1));
  }

  /** Draws the longest wait every time. */
  private ResilientFaceLibrary.Builder patient() {
    return ResilientFaceLibrary.around(library)
        .time(time)
        .random(() -> Math.nextDown(1.0))
        .backoff(millis(100), millis(500));
  }

  private static FaceLibraryException throttled(Duration retryAfter) {
    return FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "too many calls")
        .retryAfter(retryAfter)
        .build();
  }

  private static Duration millis(int span) {
    return Duration.ofMillis(span);
  }
}
