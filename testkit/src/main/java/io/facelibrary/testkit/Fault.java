package io.facelibrary.testkit;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * How a {@link FaultyFaceLibrary} fails.
 *
 * @param kind why
 * @param effect what the caller is told of it; a read is always told {@link Effect#NONE}
 * @param done whether the call was done before the failure, so that only its answer is lost
 * @param retryAfter how long the caller is asked to wait
 */
public record Fault(ErrorKind kind, Effect effect, boolean done, Optional<Duration> retryAfter) {

  /** A failure before anything was done, and the caller is told so. */
  public static Fault before(ErrorKind kind) {
    return new Fault(kind, Effect.NONE, false, Optional.empty());
  }

  /** A failure after the call was done: its answer is lost, and the caller cannot know. */
  public static Fault after(ErrorKind kind) {
    return new Fault(kind, Effect.UNKNOWN, true, Optional.empty());
  }

  /** Returns this fault with another effect for the caller to be told. */
  public Fault withEffect(Effect effect) {
    return new Fault(kind, effect, done, retryAfter);
  }

  /** Returns this fault asking the caller to wait. */
  public Fault withRetryAfter(Duration wait) {
    return new Fault(kind, effect, done, Optional.of(wait));
  }

  FaceLibraryException during(Operation operation) {
    String moment = done ? "after the call was done" : "before anything was done";
    FaceLibraryException.Builder failure =
        FaceLibraryException.builder(
                kind, operation.isRead() ? Effect.NONE : effect, "a test lets this fail " + moment)
            .call(CallInfo.of(FaultyFaceLibrary.PROVIDER, operation));
    retryAfter.ifPresent(failure::retryAfter);
    return failure.build();
  }
}
