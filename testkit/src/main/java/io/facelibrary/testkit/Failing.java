package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.Capability;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.UnsupportedCapabilityException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.opentest4j.TestAbortedException;

/** Assertions about calls that must fail. */
final class Failing {
  private Failing() {}

  /** Asserts that a call fails as a whole with this kind and without effect. */
  static FaceLibraryException assertRefused(ErrorKind kind, ThrowingCallable call) {
    return assertFailed(kind, Effect.NONE, call);
  }

  static FaceLibraryException assertFailed(ErrorKind kind, Effect effect, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    if (thrown instanceof TestAbortedException skipped) {
      throw skipped;
    }
    assertThat(thrown).as("the failure of the call").isInstanceOf(FaceLibraryException.class);
    FaceLibraryException failure = (FaceLibraryException) thrown;
    assertThat(failure.kind()).as("kind of: %s", failure.getMessage()).isEqualTo(kind);
    assertThat(failure.effect()).as("effect of: %s", failure.getMessage()).isEqualTo(effect);
    return failure;
  }

  /** Asserts that a call is refused because this field breaks a rule. */
  static void assertInvalid(String field, ThrowingCallable call) {
    assertThat(assertRefused(ErrorKind.INVALID_REQUEST, call))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, it -> assertThat(it.field()).isEqualTo(field));
  }

  /** Asserts that a call is refused because the library does not offer this capability. */
  static void assertUnsupported(Capability capability, ThrowingCallable call) {
    assertThat(assertRefused(ErrorKind.UNSUPPORTED, call))
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
