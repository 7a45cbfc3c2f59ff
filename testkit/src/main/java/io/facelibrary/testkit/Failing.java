package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Capability;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.UnsupportedCapabilityException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about calls that must fail. */
final class Failing {
  private Failing() {}

  /** Asserts that a call fails as a whole with this kind and without effect. */
  static FaceLibraryException refused(ErrorKind kind, ThrowingCallable call) {
    return failed(kind, Effect.NONE, call);
  }

  static FaceLibraryException failed(ErrorKind kind, Effect effect, ThrowingCallable call) {
    FaceLibraryException failure = catchThrowableOfType(FaceLibraryException.class, call);
    assertThat(failure).as("the call failed").isNotNull();
    assertThat(failure.kind()).as("kind of: %s", failure.getMessage()).isEqualTo(kind);
    assertThat(failure.effect()).as("effect of: %s", failure.getMessage()).isEqualTo(effect);
    return failure;
  }

  /** Asserts that a call is refused because this field breaks a rule. */
  static void invalid(String field, ThrowingCallable call) {
    assertThat(refused(ErrorKind.INVALID_REQUEST, call))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, it -> assertThat(it.field()).isEqualTo(field));
  }

  /** Asserts that a call is refused because the library does not offer this capability. */
  static void unsupported(Capability capability, ThrowingCallable call) {
    assertThat(refused(ErrorKind.UNSUPPORTED, call))
        .isInstanceOfSatisfying(
            UnsupportedCapabilityException.class,
            it -> assertThat(it.capability()).isEqualTo(capability));
  }

  /** Returns null where null is not allowed, as a caller without a null checker may pass it. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  static <T> T absent() {
    return null;
  }
}
