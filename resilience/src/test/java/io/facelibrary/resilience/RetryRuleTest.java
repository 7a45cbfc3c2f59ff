package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The failures that are followed by another attempt. */
class RetryRuleTest {
  private final VirtualTime time = new VirtualTime();
  private final ScriptedLibrary library = new ScriptedLibrary(time);

  static Stream<Arguments> everyKindEffectAndOperation() {
    List<Arguments> all = new ArrayList<>();
    for (ErrorKind kind : ErrorKind.values()) {
      for (Effect effect : Effect.values()) {
        for (Operation operation : Operation.values()) {
          all.add(Arguments.of(kind, effect, operation));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everyKindEffectAndOperation")
  void repeatsACallExactlyIfItsFailureIsRetryable(
      ErrorKind kind, Effect effect, Operation operation) {
    FaceLibraryException failure = Calls.failure(operation, kind, effect);
    library.thenFail(failure, Calls.failure(operation, ErrorKind.INTERNAL, Effect.NONE));

    Calls.thrownBy(resilient(), operation);

    assertThat(library.begun).hasSize(failure.isRetryable() ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"ADD_FACES", "ADD_PERSON"})
  void doesNotRepeatAnAddThatFailedInAnInternalQuery(Operation add) {
    FaceLibraryException lost =
        Calls.failure(Operation.QUERY_FACES, ErrorKind.TIMED_OUT, Effect.UNKNOWN);
    library.thenFail(lost);

    assertThat(Calls.thrownBy(resilient(), add)).isSameAs(lost);

    assertThat(lost.isRetryable()).isTrue();
    assertThat(library.begun).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void decidesByTheOperationIfTheFailureDoesNotNameIt(Operation operation) {
    library.thenFail(
        FaceLibraryException.of(ErrorKind.TIMED_OUT, Effect.UNKNOWN, "for a test"),
        FaceLibraryException.of(ErrorKind.INTERNAL, Effect.NONE, "for a test"));

    Calls.thrownBy(resilient(), operation);

    assertThat(library.begun).hasSize(operation.isIdempotent() ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void doesNotRepeatOperationsThatAreNeverRepeated(Operation operation) {
    FaceLibraryException failure = Calls.unavailable(operation);
    library.thenFail(failure);
    ResilientFaceLibrary once =
        ResilientFaceLibrary.around(library).time(time).neverRepeat(operation).build();

    assertThat(Calls.thrownBy(once, operation)).isSameAs(failure);

    assertThat(library.begun).hasSize(1);
  }

  @Test
  void repeatsAllOperationsExceptThoseNeverRepeated() {
    library.thenFail(Calls.unavailable(Operation.FIND_PERSON));
    ResilientFaceLibrary layer =
        ResilientFaceLibrary.around(library)
            .time(time)
            .neverRepeat(Operation.DELETE_PERSON, Operation.DELETE_FACES)
            .build();

    assertThat(layer.findPerson(Calls.GRACE)).isEmpty();

    assertThat(library.begun).hasSize(2);
  }

  private ResilientFaceLibrary resilient() {
    return ResilientFaceLibrary.around(library).time(time).build();
  }
}
