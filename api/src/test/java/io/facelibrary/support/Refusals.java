package io.facelibrary.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.InvalidRequestException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts what every refusal has in common: it names the field and the rule, and nothing else. */
public final class Refusals {

  /** A part of invalid values, which must not appear in messages about them. */
  public static final String MARKER = "Never-Show-Me";

  private Refusals() {}

  public static void assertRefused(String field, String rule, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.getMessage()).contains(field + " " + rule).doesNotContain(MARKER);
              assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
              assertThat(refusal.effect()).isEqualTo(Effect.NONE);
              assertThat(refusal.isRetryable()).isFalse();
              assertThat(refusal).hasNoCause();
            });
  }
}
