package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard makes of answers and failures. */
class GuardErrorsTest {
  private final FakeFaceLibrary provider = new FakeFaceLibrary();
  private final FaceLibrary library = FaceLibraries.guard("sample", provider);

  private static Effect worst(Operation operation) {
    return operation.isRead() ? Effect.NONE : Effect.UNKNOWN;
  }

  private FaceLibraryException failureOf(Operation operation) {
    return catchThrowableOfType(FaceLibraryException.class, () -> Calls.call(library, operation));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anAnswerIsPassedOnAsItIs(Operation operation) {
    assertThat(Calls.call(library, operation)).isEqualTo(Calls.call(provider, operation));
    assertThat(provider.calls).containsExactly(operation, operation);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aForeignExceptionIsADefectWithItsCause(Operation operation) {
    var foreign = new IllegalStateException("whatever");
    provider.throwing(foreign);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure).cause().isSameAs(foreign);
    assertThat(failure)
        .hasMessageContaining("the provider failed with java.lang.IllegalStateException")
        .hasMessageNotContaining("whatever");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aCheckedExceptionThatNoSignatureDeclaresIsADefectToo(Operation operation) {
    var foreign = new IOException("reset");
    provider.throwing(foreign);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure).cause().isSameAs(foreign);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anErrorOfTheMachinePassesThrough(Operation operation) {
    var error = new OutOfMemoryError("no more");
    provider.throwing(error);

    assertThatThrownBy(() -> Calls.call(library, operation)).isSameAs(error);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aFailureOfTheProviderIsTheSameWithTheCallAdded(Operation operation) {
    var known = FaceLibraryException.of(ErrorKind.THROTTLED, Effect.NONE, "too many calls");
    provider.throwing(known);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure).isSameAs(known);
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure)
        .hasMessage("sample " + operation + ": too many calls (THROTTLED, effect NONE)");
  }

  @Test
  void whatTheProviderToldOfTheCallStays() {
    CallInfo told = new CallInfo("cloud", Operation.SEARCH, Optional.of("r-1"), Optional.of("588"));
    provider.throwing(
        FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "too many calls")
            .call(told)
            .build());

    assertThat(failureOf(Operation.SEARCH).call()).contains(told);
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      mode = Mode.INCLUDE,
      names = {
        "ADD_FACES",
        "DELETE_FACES",
        "QUERY_FACES",
        "FIND_PERSON",
        "LIST_GROUPS",
        "LIST_PERSONS",
        "SEARCH"
      })
  void aNullAnswerIsADefect(Operation operation) {
    provider.answering((asked, usual) -> null);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure).hasMessageContaining("the provider answered null");
  }

  @Test
  void anAddThatAnswersAnotherNumberOfOutcomesIsADefect() {
    var added = new AddFacesResult.Added(FaceId.of("1"));
    provider.answering((asked, usual) -> new AddFacesResult(List.of(added, added)));

    FaceLibraryException failure = failureOf(Operation.ADD_FACES);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(failure).hasMessageContaining("the provider answered 2 outcomes for 1");
  }

  @Test
  void aDeleteThatAnswersAnotherNumberOfOutcomesIsADefect() {
    var deleted = new DeleteFacesResult.Deleted(FaceId.of("1"));
    provider.answering((asked, usual) -> new DeleteFacesResult(List.of(deleted, deleted, deleted)));

    FaceLibraryException failure = failureOf(Operation.DELETE_FACES);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(failure).hasMessageContaining("the provider answered 3 outcomes for 1");
  }

  @Test
  void aRefusalBeforeTheProviderSaysWhichCallItWas() {
    assertThatThrownBy(() -> library.findPerson(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("sample findPerson: person must not be null (INVALID_REQUEST, effect NONE)");
    assertThat(provider.calls).isEmpty();
  }

  @Test
  void aGuardOfAGuardIsTheSame() {
    assertThat(FaceLibraries.guard("other", library)).isSameAs(library);
  }

  @Test
  void whatLiesBehindIsUnwrapped() {
    assertThat(library.unwrap(FakeFaceLibrary.class)).containsSame(provider);
    assertThat(library.unwrap(FaceLibrary.class)).containsSame(library);
    assertThat(library.unwrap(Runnable.class)).isEmpty();
  }

  @Test
  void whatALibraryHidesIsNotUnwrapped() {
    FaceLibrary hiding =
        new FakeFaceLibrary() {
          @Override
          public <T> Optional<T> unwrap(Class<T> type) {
            return Optional.empty();
          }
        };

    assertThat(FaceLibraries.guard("sample", hiding).unwrap(FakeFaceLibrary.class)).isEmpty();
  }

  @Test
  void aLibraryWithoutCapabilitiesIsADefectOfTheProvider() {
    assertThatThrownBy(() -> FaceLibraries.guard("sample", new FakeFaceLibrary(null)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL))
        .hasMessageContaining("the provider sample answered null for its capabilities");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aValueThatTheProviderMadeWrongIsItsDefectSinceItMayHaveWritten(Operation operation) {
    InvalidRequestException made =
        catchThrowableOfType(InvalidRequestException.class, () -> FaceId.of(""));
    provider.throwing(made);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure).cause().isSameAs(made);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aRefusalThatTheProviderMeansIsPassedOn(Operation operation) {
    InvalidRequestException meant = InvalidRequestException.of("page.token", "is foreign");
    provider.throwing(meant);

    assertThat(failureOf(operation)).isSameAs(meant);
  }

  @Test
  void aRefusalOfALibraryThatTheProviderAsksIsPassedOn() {
    FaceLibrary inner = FaceLibraries.guard("inner", new FakeFaceLibrary());
    FaceLibrary outer = FaceLibraries.guard("outer", new ForwardingFaceLibrary(inner) {});
    inner.close();

    assertThatThrownBy(() -> outer.findPerson(Calls.ALICE))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.call().orElseThrow().provider()).isEqualTo("inner"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whetherThereWasAPersonToDeleteIsPassedOnThroughLayers(boolean there) {
    provider.answering((operation, usual) -> there);
    FaceLibrary layered = new ForwardingFaceLibrary(library) {};

    assertThat(layered.deletePerson(Calls.ALICE)).isEqualTo(there);
  }
}
