package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaceLibraryExceptionTest {
  private static final Set<ErrorKind> TRANSIENT =
      EnumSet.of(
          ErrorKind.THROTTLED, ErrorKind.UNAVAILABLE, ErrorKind.TIMED_OUT, ErrorKind.CONFLICT);
  private static final Set<Operation> NOT_IDEMPOTENT =
      EnumSet.of(
          Operation.ENROL, Operation.ADD_ARCHIVED_FACES, Operation.ADD_FACES, Operation.ADD_PERSON);

  @Test
  void hasAMessageWithReasonKindAndEffect() {
    var failure = FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "no such person");

    assertThat(failure).hasMessage("no such person (NOT_FOUND, effect NONE)");
    assertThat(failure.call()).isEmpty();
    assertThat(failure.retryAfter()).isEmpty();
  }

  @Test
  void returnsTheReasonWithoutCallKindAndEffect() {
    var failure =
        FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "too many calls")
            .call(CallInfo.of("cloud", Operation.SEARCH))
            .build();

    assertThat(failure.reason()).isEqualTo("too many calls");
    assertThat(FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "no person").reason())
        .isEqualTo("no person");
    assertThat(UnsupportedCapabilityException.of(Capability.SEARCH).reason())
        .isEqualTo("the library does not offer SEARCH");
  }

  @Test
  void returnsTheRuleOfAnInvalidRequestWithoutTheField() {
    InvalidRequestException refusal = InvalidRequestException.of("topK", "must be at most 5");

    assertThat(refusal.during(CallInfo.of("sample", Operation.SEARCH))).isSameAs(refusal);

    assertThat(refusal.field()).isEqualTo("topK");
    assertThat(refusal.rule()).isEqualTo("must be at most 5");
    assertThat(refusal.reason()).isEqualTo("topK must be at most 5");
  }

  @Test
  void hasAMessageWithTheCallOnceItIsKnown() {
    var failure = FaceLibraryException.of(ErrorKind.TIMED_OUT, Effect.UNKNOWN, "no answer");

    assertThat(failure.during(CallInfo.of("sample", Operation.ADD_FACES))).isSameAs(failure);

    assertThat(failure)
        .hasMessage("sample addFaces: no answer (TIMED_OUT, effect UNKNOWN)")
        .hasToString(
            "io.facelibrary.FaceLibraryException: "
                + "sample addFaces: no answer (TIMED_OUT, effect UNKNOWN)");
  }

  @Test
  void keepsTheCallOfTheLibraryThatFailed() {
    CallInfo inner =
        CallInfo.of("cloud", Operation.SEARCH).withRequestId("r-1").withProviderCode("588");
    var failure =
        FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "too many calls")
            .call(inner)
            .build();

    failure.during(CallInfo.of("outer", Operation.ADD_FACES));

    assertThat(failure.call()).contains(inner);
    assertThat(failure)
        .hasMessage("cloud search, code 588, request r-1: too many calls (THROTTLED, effect NONE)");
  }

  @Test
  void namesTheOperationThatTheUserCalledIfTheProviderComposesItOfOthers() {
    CallInfo part = CallInfo.of("cloud", Operation.ADD_PERSON).withRequestId("r-1");
    var failure =
        FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "too many calls")
            .call(part)
            .build();

    failure.during(CallInfo.of("cloud", Operation.ENROL));

    assertThat(failure.call()).contains(CallInfo.of("cloud", Operation.ENROL).withRequestId("r-1"));
  }

  @Test
  void isBuiltWithAllDetails() {
    var cause = new IOException("reset");
    CallInfo call = CallInfo.of("cloud", Operation.QUERY_FACES);

    var failure =
        FaceLibraryException.builder(ErrorKind.UNAVAILABLE, Effect.NONE, "connection lost")
            .call(call)
            .retryAfter(Duration.ofSeconds(2))
            .cause(cause)
            .build();

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(failure.call()).contains(call);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(2));
    assertThat(failure).hasCause(cause);
  }

  static Stream<Arguments> everyFailure() {
    return Stream.of(ErrorKind.values())
        .flatMap(
            kind ->
                Stream.of(Effect.values())
                    .flatMap(
                        effect ->
                            Stream.of(Operation.values())
                                .map(operation -> Arguments.of(kind, effect, operation))));
  }

  @ParameterizedTest
  @MethodSource("everyFailure")
  void isRetryableIfTransientAndEitherWithoutEffectOrIdempotent(
      ErrorKind kind, Effect effect, Operation operation) {
    var failure =
        FaceLibraryException.of(kind, effect, "failed").during(CallInfo.of("sample", operation));

    assertThat(failure.isRetryable())
        .isEqualTo(
            TRANSIENT.contains(kind)
                && (effect == Effect.NONE || !NOT_IDEMPOTENT.contains(operation)));
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void isRetryableWithoutACallOnlyIfWithoutEffect(ErrorKind kind) {
    assertThat(kind.isTransient()).isEqualTo(TRANSIENT.contains(kind));
    assertThat(FaceLibraryException.of(kind, Effect.NONE, "failed").isRetryable())
        .isEqualTo(kind.isTransient());
    assertThat(FaceLibraryException.of(kind, Effect.UNKNOWN, "failed").isRetryable()).isFalse();
    assertThat(FaceLibraryException.of(kind, Effect.PARTIAL, "failed").isRetryable()).isFalse();
  }

  @Test
  void survivesSerialization() throws Exception {
    var failure =
        FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.UNKNOWN, "too many calls")
            .call(
                CallInfo.of("cloud", Operation.SEARCH).withRequestId("r-1").withProviderCode("588"))
            .retryAfter(Duration.ofMillis(1500))
            .cause(new IOException("reset"))
            .build();

    FaceLibraryException copy = copied(failure);

    assertThat(copy).hasMessage(failure.getMessage()).hasCauseInstanceOf(IOException.class);
    assertThat(copy.kind()).isEqualTo(failure.kind());
    assertThat(copy.effect()).isEqualTo(failure.effect());
    assertThat(copy.call()).isEqualTo(failure.call());
    assertThat(copy.retryAfter()).isEqualTo(failure.retryAfter());
    assertThat(copy.isRetryable()).isTrue();
  }

  @Test
  void survivesSerializationWithoutACall() throws Exception {
    var failure = FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "no such person");

    assertThat(copied(failure).call()).isEmpty();
    assertThat(copied(failure)).hasMessage(failure.getMessage());
  }

  @Test
  void subclassesSurviveSerialization() throws Exception {
    List<ItemFailure> failures = List.of(ItemFailure.of(1, ErrorKind.IMAGE_REJECTED, "no face"));

    InvalidRequestException refusal = copied(InvalidRequestException.of("topK", "must be small"));
    assertThat(refusal.field()).isEqualTo("topK");
    assertThat(refusal.rule()).isEqualTo("must be small");
    assertThat(refusal.reason()).isEqualTo("topK must be small");
    assertThat(copied(UnsupportedCapabilityException.of(Capability.SEARCH)).capability())
        .isEqualTo(Capability.SEARCH);
    PartialFailureException partial =
        copied(new PartialFailureException(2, failures, List.of(), List.of(FaceId.of("7"))));
    assertThat(partial.failures()).isEqualTo(failures);
    assertThat(partial.succeeded()).containsExactly(FaceId.of("7"));
  }

  @Test
  void aMissingCapabilityIsNamed() {
    var failure = UnsupportedCapabilityException.of(Capability.LIST_GROUPS);

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(failure)
        .hasMessage("the library does not offer LIST_GROUPS (UNSUPPORTED, effect NONE)");
  }

  @SuppressWarnings("unchecked")
  private static <T extends FaceLibraryException> T copied(T failure) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @Test
  void refusesANegativeRetryAfter() {
    FaceLibraryException.Builder builder =
        FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "slow down");

    assertRefused(
        "retryAfter", "must not be negative", () -> builder.retryAfter(Duration.ofMillis(-1)));
  }
}
