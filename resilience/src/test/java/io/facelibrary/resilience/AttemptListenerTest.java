package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.resilience.Attempt.Failure;
import io.facelibrary.resilience.Attempt.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listener is notified of attempts, and cannot break a call. */
class AttemptListenerTest {
  private static final Operation FIND = Operation.FIND_PERSON;
  private static final Failure UNAVAILABLE = Failure.of(ErrorKind.UNAVAILABLE, Effect.NONE);

  private final VirtualTime time = new VirtualTime();
  private final ScriptedLibrary library = new ScriptedLibrary(time);
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Throwable> reported = new ArrayList<>();
  private Thread.UncaughtExceptionHandler before;

  @BeforeEach
  void recordUncaughtExceptions() {
    before = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> reported.add(error));
  }

  @AfterEach
  void restoreTheHandler() {
    Thread.currentThread().setUncaughtExceptionHandler(before);
  }

  @Test
  void isNotifiedOfEachAttempt() {
    library.thenFail(Calls.unavailable(FIND));

    listened().callsPerSecond(FIND, 1).build().findPerson(Calls.GRACE);

    Duration half = Duration.ofMillis(50);
    assertThat(attempts)
        .containsExactly(
            Attempt.of(FIND, 1, Next.RETRY).withFailure(UNAVAILABLE).withDelay(half),
            Attempt.of(FIND, 2, Next.DONE).withWaited(Duration.ofMillis(950)));
  }

  @Test
  void receivesTheReasonWhyThereIsNoFurtherAttempt() {
    library.thenFail(Calls.failure(FIND, ErrorKind.NOT_FOUND, Effect.NONE));
    Calls.thrownBy(listened().build(), FIND);
    library.thenFail(Calls.unavailable(FIND));
    Calls.thrownBy(listened().maxAttempts(1).build(), FIND);
    library.thenFail(Calls.unavailable(FIND));
    Calls.thrownBy(listened().deadline(Duration.ofMillis(49)).build(), FIND);
    library.thenFail(Calls.unavailable(FIND));
    Calls.thrownBy(listened().retryBudget(0.1, 0).build(), FIND);

    assertThat(attempts)
        .extracting(Attempt::next)
        .containsExactly(
            Next.NOT_REPEATABLE, Next.ATTEMPTS_USED_UP, Next.DEADLINE, Next.BUDGET_USED_UP);
    assertThat(attempts).allMatch(attempt -> attempt.delay().isEmpty());
  }

  @Test
  void isNotifiedOfUnexpectedExceptionsOfALibraryWithoutGuard() {
    IllegalStateException defect = new IllegalStateException("of a library without guard");
    library.thenFail(defect, defect);

    assertThatThrownBy(() -> listened().build().findPerson(Calls.GRACE)).isSameAs(defect);
    assertThatThrownBy(() -> listened().build().deletePerson(Calls.GRACE)).isSameAs(defect);

    assertThat(library.begun).hasSize(2);
    assertThat(attempts)
        .extracting(attempt -> attempt.failure().orElseThrow())
        .containsExactly(
            Failure.of(ErrorKind.INTERNAL, Effect.NONE),
            Failure.of(ErrorKind.INTERNAL, Effect.UNKNOWN));
  }

  @Test
  void receivesNoIdAndNoMessage() {
    PersonId person = PersonId.of("hidden-id");
    FaceLibraryException failure =
        FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "a hidden message");
    library.thenFail(failure);

    assertThatThrownBy(
            () -> listened().build().addFaces(AddFaces.of(person, Calls.IMAGE)).orThrow())
        .isInstanceOf(FaceLibraryException.class);

    assertThat(attempts).hasSize(2);
    assertThat(attempts.toString()).doesNotContain("hidden", "example.com");
  }

  @Test
  void doesNotBreakACallByAnException() {
    library.thenFail(Calls.unavailable(FIND));
    IllegalStateException error = new IllegalStateException("of the listener");
    ResilientFaceLibrary layer =
        ResilientFaceLibrary.around(library)
            .time(time)
            .listener(
                attempt -> {
                  throw error;
                })
            .build();

    assertThat(layer.findPerson(Calls.GRACE)).isEmpty();

    assertThat(library.begun).hasSize(2);
    assertThat(reported).containsExactly(error, error);
  }

  @Test
  void itsExceptionsAreNotFailuresOfTheLibrary() {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, error) -> {
              throw Calls.unavailable(FIND);
            });
    ResilientFaceLibrary layer =
        ResilientFaceLibrary.around(library)
            .time(time)
            .listener(
                attempt -> {
                  throw Calls.unavailable(FIND);
                })
            .build();

    assertThat(layer.findPerson(Calls.GRACE)).isEmpty();

    assertThat(library.begun).hasSize(1);
  }

  private ResilientFaceLibrary.Builder listened() {
    return ResilientFaceLibrary.around(library)
        .time(time)
        .random(() -> 0.5)
        .listener(attempts::add);
  }
}
