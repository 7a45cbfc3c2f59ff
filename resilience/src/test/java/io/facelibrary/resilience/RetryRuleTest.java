package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Unknown;
import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ItemFailure;
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
  void repeatsACallExactlyIfItsFailureIsRetryableAndNoMaintenance(
      ErrorKind kind, Effect effect, Operation operation) {
    FaceLibraryException failure = Calls.failure(operation, kind, effect);
    library.thenFail(failure, Calls.failure(operation, ErrorKind.INTERNAL, Effect.NONE));

    Calls.thrownBy(resilient(), operation);

    assertThat(library.begun).hasSize(failure.isRetryable() && !isMaintenance(operation) ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"ADD_FACES", "ADD_PERSON", "ENROL", "ADD_ARCHIVED_FACES"})
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

    assertThat(library.begun)
        .hasSize(operation.isIdempotent() && !isMaintenance(operation) ? 2 : 1);
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

  @Test
  void doesNotRepeatAnAddWhoseResultHasAnUnknownOutcome() {
    ItemFailure lost = ItemFailure.of(0, ErrorKind.TIMED_OUT, "for a test");
    FaceLibrary unsure =
        new ForwardingFaceLibrary(library) {
          @Override
          public AddFacesResult addFaces(AddFaces request) {
            super.addFaces(request);
            return AddFacesResult.of(List.of(Unknown.of(lost)));
          }
        };
    library.addPerson(AddPerson.of(Calls.GRACE));

    AddFacesResult result =
        ResilientFaceLibrary.around(unsure)
            .time(time)
            .build()
            .addFaces(AddFaces.of(Calls.GRACE, Calls.IMAGE));

    assertThat(result.outcomes()).containsExactly(Unknown.of(lost));
    assertThat(library.operations).containsExactly(Operation.ADD_PERSON, Operation.ADD_FACES);
  }

  private static boolean isMaintenance(Operation operation) {
    return operation == Operation.CHECK || operation == Operation.BACKUP;
  }

  private ResilientFaceLibrary resilient() {
    return ResilientFaceLibrary.around(library).time(time).build();
  }
}
