package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import io.facelibrary.resilience.Attempt.Failure;
import io.facelibrary.resilience.Attempt.Next;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The value that listeners receive. */
class AttemptTest {
  private static final Attempt FIRST = Attempt.of(Operation.SEARCH, 1, Next.DONE);
  private static final Failure LOST = Failure.of(ErrorKind.TIMED_OUT, Effect.UNKNOWN);

  @Test
  void hasNoFailureAndNoDelayAtFirst() {
    assertThat(FIRST.operation()).isEqualTo(Operation.SEARCH);
    assertThat(FIRST.number()).isEqualTo(1);
    assertThat(FIRST.next()).isEqualTo(Next.DONE);
    assertThat(FIRST.waited()).isZero();
    assertThat(FIRST.failure()).isEmpty();
    assertThat(FIRST.delay()).isEmpty();
    assertThat(FIRST).hasToString("Attempt[operation=search, number=1, next=DONE, waited=PT0S]");
  }

  @Test
  void keepsItsOtherFieldsWhenOneIsSet() {
    Attempt whole =
        Attempt.of(Operation.SEARCH, 2, Next.RETRY)
            .withWaited(Duration.ofSeconds(1))
            .withFailure(LOST)
            .withDelay(Duration.ofSeconds(2));

    assertThat(whole.number()).isEqualTo(2);
    assertThat(whole.waited()).isEqualTo(Duration.ofSeconds(1));
    assertThat(whole.failure()).contains(LOST);
    assertThat(whole.delay()).contains(Duration.ofSeconds(2));
    assertThat(whole)
        .hasToString(
            "Attempt[operation=search, number=2, next=RETRY, waited=PT1S,"
                + " failure=Failure[kind=TIMED_OUT, effect=UNKNOWN], delay=PT2S]");
  }

  @Test
  void equalsAnAttemptWithTheSameFields() {
    Attempt same = Attempt.of(Operation.SEARCH, 1, Next.DONE);

    assertThat(same).isEqualTo(FIRST).hasSameHashCodeAs(FIRST);
    assertThat(LOST).isEqualTo(Failure.of(ErrorKind.TIMED_OUT, Effect.UNKNOWN));
    assertThat(Set.of(LOST)).contains(Failure.of(ErrorKind.TIMED_OUT, Effect.UNKNOWN));
    assertThat(FIRST)
        .isNotEqualTo(Attempt.of(Operation.INFO, 1, Next.DONE))
        .isNotEqualTo(Attempt.of(Operation.SEARCH, 2, Next.DONE))
        .isNotEqualTo(Attempt.of(Operation.SEARCH, 1, Next.RETRY))
        .isNotEqualTo(FIRST.withWaited(Duration.ofNanos(1)))
        .isNotEqualTo(FIRST.withFailure(LOST))
        .isNotEqualTo(FIRST.withDelay(Duration.ZERO))
        .isNotEqualTo("an attempt");
    assertThat(LOST)
        .isNotEqualTo(Failure.of(ErrorKind.TIMED_OUT, Effect.NONE))
        .isNotEqualTo(Failure.of(ErrorKind.UNAVAILABLE, Effect.UNKNOWN))
        .isNotEqualTo("a failure");
  }

  @Test
  void refusesANumberBelowOne() {
    InvalidRequestException refusal =
        catchThrowableOfType(
            InvalidRequestException.class, () -> Attempt.of(Operation.SEARCH, 0, Next.DONE));

    assertThat(refusal.field()).isEqualTo("number");
  }
}
