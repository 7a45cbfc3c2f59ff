package io.facelibrary.testkit;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * A failure that {@link FaultyFaceLibrary} injects.
 *
 * @param kind the kind of the exception
 * @param effect the effect of the exception; always {@link Effect#NONE} for a read
 * @param done whether the library performs the call before the failure, so that only the result is
 *     lost
 * @param retryAfter the retry-after time of the exception
 */
public record Fault(ErrorKind kind, Effect effect, boolean done, Optional<Duration> retryAfter) {

  /** Returns a failure without a call: the library does nothing, and the effect says so. */
  public static Fault before(ErrorKind kind) {
    return new Fault(kind, Effect.NONE, false, Optional.empty());
  }

  /** Returns a failure after a call: the result is lost, and the effect is unknown. */
  public static Fault after(ErrorKind kind) {
    return new Fault(kind, Effect.UNKNOWN, true, Optional.empty());
  }

  /** Returns this fault with another effect of its exception. */
  public Fault withEffect(Effect effect) {
    return new Fault(kind, effect, done, retryAfter);
  }

  /** Returns this fault with a retry-after time. */
  public Fault withRetryAfter(Duration wait) {
    return new Fault(kind, effect, done, Optional.of(wait));
  }

  FaceLibraryException during(Operation operation) {
    String moment = done ? "after the call" : "before the call";
    FaceLibraryException.Builder failure =
        FaceLibraryException.builder(
                kind,
                operation.isRead() ? Effect.NONE : effect,
                "a test injected this failure " + moment)
            .call(CallInfo.of(FaultyFaceLibrary.PROVIDER, operation));
    retryAfter.ifPresent(failure::retryAfter);
    return failure.build();
  }
}
