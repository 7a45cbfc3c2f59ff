package io.facelibrary.resilience;

import static io.facelibrary.Effect.NONE;
import static io.facelibrary.Effect.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.CallInfo;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult.Absent;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.Fault;
import io.facelibrary.testkit.FaultyFaceLibrary;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The effect of a call with several attempts. */
class CombinedEffectTest {
  private final VirtualTime time = new VirtualTime();
  private final ScriptedLibrary library = new ScriptedLibrary(time);

  @ParameterizedTest
  @CsvSource({
    "NONE,    NONE,    NONE",
    "NONE,    PARTIAL, PARTIAL",
    "NONE,    UNKNOWN, UNKNOWN",
    "PARTIAL, NONE,    PARTIAL",
    "PARTIAL, PARTIAL, PARTIAL",
    "PARTIAL, UNKNOWN, UNKNOWN",
    "UNKNOWN, NONE,    UNKNOWN",
    "UNKNOWN, PARTIAL, UNKNOWN",
    "UNKNOWN, UNKNOWN, UNKNOWN",
  })
  void hasTheEffectOfAllAttempts(Effect first, Effect last, Effect whole) {
    for (Operation write : idempotentWrites()) {
      for (ErrorKind kind : ErrorKind.values()) {
        library.thenFail(
            Calls.failure(write, ErrorKind.TIMED_OUT, first), Calls.failure(write, kind, last));

        FaceLibraryException thrown = Calls.thrownBy(resilient(2), write);

        assertThat(thrown.effect()).isEqualTo(whole);
        assertThat(thrown.kind()).isEqualTo(kind);
      }
    }
  }

  @Test
  void includesTheAttemptsInTheMiddle() {
    Operation write = Operation.JOIN_GROUPS;
    FaceLibraryException first = Calls.failure(write, ErrorKind.UNAVAILABLE, NONE);
    FaceLibraryException second = Calls.failure(write, ErrorKind.TIMED_OUT, UNKNOWN);
    FaceLibraryException third = Calls.failure(write, ErrorKind.QUOTA_EXCEEDED, NONE);
    library.thenFail(first, second, third);

    FaceLibraryException thrown = Calls.thrownBy(resilient(4), write);

    assertThat(thrown.effect()).isEqualTo(UNKNOWN);
    assertThat(thrown.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertThat(thrown).hasCause(third).hasMessageContaining("the last of 3 attempts");
    assertThat(thrown.getSuppressed()).containsExactly(first, second);
  }

  @Test
  void keepsTheDetailsOfTheLastFailure() {
    Operation write = Operation.DELETE_FACES;
    CallInfo call = CallInfo.of("cloud", write).withRequestId("request-7").withProviderCode("588");
    IllegalStateException reason = new IllegalStateException("closed");
    FaceLibraryException last =
        FaceLibraryException.builder(ErrorKind.THROTTLED, NONE, "too many calls")
            .call(call)
            .cause(reason)
            .retryAfter(Duration.ofSeconds(7))
            .build();
    library.thenFail(Calls.failure(write, ErrorKind.TIMED_OUT, UNKNOWN), last);

    FaceLibraryException thrown = Calls.thrownBy(resilient(2), write);

    assertThat(thrown.effect()).isEqualTo(UNKNOWN);
    assertThat(thrown.kind()).isEqualTo(ErrorKind.THROTTLED);
    assertThat(thrown.call()).contains(call);
    assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(thrown).hasCause(last).hasRootCause(reason);
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void throwsTheLastFailureUnchangedIfItsEffectIsComplete(Effect effect) {
    Operation write = Operation.UPDATE_PERSON;
    FaceLibraryException last = Calls.failure(write, ErrorKind.UNAVAILABLE, effect);
    library.thenFail(Calls.unavailable(write), last);

    assertThat(Calls.thrownBy(resilient(2), write)).isSameAs(last);

    assertThat(last.getSuppressed()).isEmpty();
  }

  @Test
  void ignoresTheEffectOfARead() {
    Operation read = Operation.QUERY_FACES;
    FaceLibraryException last = Calls.unavailable(read);
    library.thenFail(Calls.failure(read, ErrorKind.TIMED_OUT, UNKNOWN), last);

    assertThat(Calls.thrownBy(resilient(2), read)).isSameAs(last);
  }

  @Test
  void reportsThatAClosedLibraryMayHaveBeenChanged() {
    FaceLibrary inMemory = InMemoryFaceLibrary.builder().open();
    ScriptedLibrary closing =
        new ScriptedLibrary(time, inMemory)
            .thenFail(Calls.failure(Operation.DELETE_PERSON, ErrorKind.TIMED_OUT, UNKNOWN));
    ResilientFaceLibrary layer =
        ResilientFaceLibrary.around(closing).time(time).listener(it -> inMemory.close()).build();

    FaceLibraryException thrown = Calls.thrownBy(layer, Operation.DELETE_PERSON);

    assertThat(thrown.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(thrown.effect()).isEqualTo(UNKNOWN);
  }

  @Test
  void returnsFalseIfTheAttemptThatDeletedThePersonLostItsResponse() {
    FaultyFaceLibrary faulty = FaultyFaceLibrary.over(InMemoryFaceLibrary.builder().open());
    faulty.addPerson(AddPerson.of(Calls.GRACE));
    faulty.failNext(Operation.DELETE_PERSON, Fault.after(ErrorKind.TIMED_OUT));

    boolean deleted = around(faulty).deletePerson(Calls.GRACE);

    assertThat(deleted).isFalse();
    assertThat(faulty.findPerson(Calls.GRACE)).isEmpty();
  }

  @Test
  void returnsAbsentIfTheAttemptThatDeletedTheFaceLostItsResponse() {
    FaultyFaceLibrary faulty = FaultyFaceLibrary.over(InMemoryFaceLibrary.builder().open());
    faulty.addPerson(AddPerson.of(Calls.GRACE));
    FaceId face = faulty.addFaces(AddFaces.of(Calls.GRACE, Calls.IMAGE)).orThrow().get(0);
    faulty.failNext(Operation.DELETE_FACES, Fault.after(ErrorKind.TIMED_OUT));

    var result = around(faulty).deleteFaces(DeleteFaces.of(Calls.GRACE, face));

    assertThat(result.outcomes()).containsExactly(Absent.of(face));
  }

  private static List<Operation> idempotentWrites() {
    return Arrays.stream(Operation.values())
        .filter(it -> it.isIdempotent() && !it.isRead())
        .toList();
  }

  private ResilientFaceLibrary resilient(int attempts) {
    return ResilientFaceLibrary.around(library)
        .time(time)
        .maxAttempts(attempts)
        .retryBudget(1, 1000)
        .build();
  }

  private ResilientFaceLibrary around(FaceLibrary faulty) {
    return ResilientFaceLibrary.around(faulty).time(time).build();
  }
}
