package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.support.Calls;
import io.facelibrary.support.FakeFaceLibrary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard and the results and failures of a provider. */
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
  void argumentsAndResultArePassedUnchanged(Operation operation) {
    assertThat(Calls.call(library, operation)).isEqualTo(Calls.call(provider, operation));
    assertThat(provider.calls).containsExactly(operation, operation);
    assertThat(provider.arguments.get(0)).isEqualTo(provider.arguments.get(1));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anUnexpectedExceptionIsReportedAsADefectWithItsCause(Operation operation) {
    var unexpected = new IllegalStateException("whatever");
    provider.throwing(unexpected);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure).cause().isSameAs(unexpected);
    assertThat(failure)
        .hasMessageContaining("the provider failed with java.lang.IllegalStateException")
        .hasMessageNotContaining("whatever");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anUndeclaredCheckedExceptionIsReportedAsADefect(Operation operation) {
    var unexpected = new IOException("reset");
    provider.throwing(unexpected);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure).cause().isSameAs(unexpected);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anErrorOfTheVirtualMachineIsNotConverted(Operation operation) {
    var error = new OutOfMemoryError("no more");
    provider.throwing(error);

    assertThatThrownBy(() -> Calls.call(library, operation)).isSameAs(error);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void theCallIsAddedToAFailureOfTheProvider(Operation operation) {
    var known = FaceLibraryException.of(ErrorKind.THROTTLED, Effect.NONE, "too many calls");
    provider.throwing(known);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure).isSameAs(known);
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure)
        .hasMessage("sample " + operation + ": too many calls (THROTTLED, effect NONE)");
  }

  @Test
  void theCallThatTheProviderSetIsKept() {
    CallInfo inner =
        CallInfo.of("cloud", Operation.SEARCH).withRequestId("r-1").withProviderCode("588");
    provider.throwing(
        FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "too many calls")
            .call(inner)
            .build());

    assertThat(failureOf(Operation.SEARCH).call()).contains(inner);
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
  void aNullResultIsReportedAsADefect(Operation operation) {
    provider.responding((asked, usual) -> null);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure).hasMessageContaining("the provider returned null");
  }

  @Test
  void aWrongNumberOfOutcomesOfAnAddIsReportedAsADefect() {
    var added = AddFacesResult.Added.of(FaceId.of("1"));
    provider.responding((asked, usual) -> AddFacesResult.of(List.of(added, added)));

    FaceLibraryException failure = failureOf(Operation.ADD_FACES);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(failure).hasMessageContaining("the provider returned 2 outcomes for 1 items");
  }

  @Test
  void aWrongNumberOfOutcomesOfADeleteIsReportedAsADefect() {
    var deleted = DeleteFacesResult.Deleted.of(FaceId.of("1"));
    provider.responding((asked, usual) -> DeleteFacesResult.of(List.of(deleted, deleted, deleted)));

    FaceLibraryException failure = failureOf(Operation.DELETE_FACES);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(failure).hasMessageContaining("the provider returned 3 outcomes for 1 items");
  }

  @Test
  void aRefusalByTheGuardNamesTheCall() {
    assertThatThrownBy(() -> library.findPerson(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("sample findPerson: person must not be null (INVALID_REQUEST, effect NONE)");
    assertThat(provider.calls).isEmpty();
  }

  @Test
  void aGuardedLibraryIsNotGuardedAgain() {
    assertThat(FaceLibraries.guard("other", library)).isSameAs(library);
  }

  @Test
  void theGuardedLibraryCanBeUnwrapped() {
    assertThat(library.unwrap(FakeFaceLibrary.class)).containsSame(provider);
    assertThat(library.unwrap(FaceLibrary.class)).containsSame(library);
    assertThat(library.unwrap(Runnable.class)).isEmpty();
  }

  @Test
  void aLibraryMayRefuseToBeUnwrapped() {
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
  void nullCapabilitiesAreReportedAsADefect() {
    assertThatThrownBy(() -> FaceLibraries.guard("sample", new FakeFaceLibrary(null)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL))
        .hasMessageContaining("the provider sample returned null for its capabilities");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anInvalidValueBuiltByTheProviderIsReportedAsADefectBecauseItMayFollowAWrite(
      Operation operation) {
    InvalidRequestException invalid =
        catchThrowableOfType(InvalidRequestException.class, () -> FaceId.of(""));
    provider.throwing(invalid);

    FaceLibraryException failure = failureOf(operation);

    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.effect()).isEqualTo(worst(operation));
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(failure).cause().isSameAs(invalid);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aRefusalByTheProviderIsThrownUnchanged(Operation operation) {
    InvalidRequestException refusal = InvalidRequestException.of("page.token", "is foreign");
    provider.throwing(refusal);

    assertThat(failureOf(operation)).isSameAs(refusal);
  }

  @Test
  void aRefusalByAnInnerLibraryIsThrownUnchanged() {
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
  void theResultOfDeletePersonIsReturnedThroughLayers(boolean there) {
    provider.responding((operation, usual) -> there);
    FaceLibrary layered = new ForwardingFaceLibrary(library) {};

    assertThat(layered.deletePerson(Calls.ALICE)).isEqualTo(there);
  }

  @Test
  void anUnexpectedExceptionOfClosingIsReportedAsADefectWithItsCause() {
    var unexpected = new IllegalStateException("whatever");
    FaceLibrary failing =
        FaceLibraries.guard(
            "sample",
            new FakeFaceLibrary() {
              @Override
              public void close() {
                super.close();
                throw unexpected;
              }
            });

    assertThatThrownBy(failing::close)
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
              assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
            })
        .hasMessageContaining(
            "the provider sample failed to close the library: java.lang.IllegalStateException")
        .hasMessageNotContaining("whatever")
        .hasCause(unexpected);
    failing.close();
    assertThatThrownBy(() -> failing.findPerson(Calls.ALICE)).hasMessageContaining("closed");
  }

  @Test
  void aTypedFailureOfClosingIsThrownUnchanged() {
    var known = FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.UNKNOWN, "not written");
    FaceLibrary failing =
        FaceLibraries.guard(
            "sample",
            new FakeFaceLibrary() {
              @Override
              public void close() {
                throw known;
              }
            });

    assertThatThrownBy(failing::close).isSameAs(known);
  }
}
