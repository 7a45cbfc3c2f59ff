package io.facelibrary.resilience;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * The attempts of one call that failed, and what they did to the library together. An attempt that
 * failed without effect does not undo the one before it that may have had one.
 */
final class FailedAttempts {
  /** Who failed, where no library was asked. */
  static final String LAYER = "resilience";

  private final Operation operation;
  private final List<FaceLibraryException> failures = new ArrayList<>(0);

  FailedAttempts(Operation operation) {
    this.operation = operation;
  }

  void add(FaceLibraryException failure) {
    failures.add(failure);
  }

  boolean isEmpty() {
    return failures.isEmpty();
  }

  Operation operation() {
    return operation;
  }

  int ended() {
    return failures.size();
  }

  FaceLibraryException last() {
    return failures.get(failures.size() - 1);
  }

  /**
   * Tells whether the call may be made again. As {@link FaceLibraryException#isRetryable()}, but by
   * the operation that was called here: an add that fails in a query of its own is still an add.
   */
  boolean mayBeRepeated() {
    return last().kind().isTransient()
        && (last().effect() == Effect.NONE || operation.isIdempotent());
  }

  /**
   * Returns what to throw: the last failure as it is if its effect is that of all attempts,
   * otherwise one like it that has it as its cause and the earlier failures as suppressed ones.
   */
  FaceLibraryException toThrow() {
    List<FaceLibraryException> earlier = failures.subList(0, failures.size() - 1);
    Effect before = effectOf(earlier);
    FaceLibraryException last = last();
    if (before == Effect.NONE || last.effect() == Effect.UNKNOWN) {
      return last;
    }
    FaceLibraryException.Builder whole =
        FaceLibraryException.builder(
                last.kind(),
                effectOf(failures),
                "the last of " + ended() + " attempts had the effect " + last.effect())
            .cause(last);
    last.call().ifPresent(whole::call);
    last.retryAfter().ifPresent(whole::retryAfter);
    return withSuppressed(whole.build(), earlier);
  }

  /** Returns what to throw when the thread is interrupted before the next attempt. */
  FaceLibraryException interrupted(InterruptedException interruption) {
    FaceLibraryException whole =
        FaceLibraryException.builder(
                ErrorKind.INTERRUPTED,
                effectOf(failures),
                "was interrupted while waiting for attempt " + (ended() + 1))
            .call(isEmpty() ? byLayer() : last().call().orElse(byLayer()))
            .cause(interruption)
            .build();
    return withSuppressed(whole, failures);
  }

  private CallInfo byLayer() {
    return CallInfo.of(LAYER, operation);
  }

  private Effect effectOf(List<FaceLibraryException> some) {
    Effect whole = Effect.NONE;
    for (FaceLibraryException failure : some) {
      // The enum's order is from harmless to unknown, and a read changes nothing whoever says so.
      if (!operation.isRead() && failure.effect().compareTo(whole) > 0) {
        whole = failure.effect();
      }
    }
    return whole;
  }

  private static FaceLibraryException withSuppressed(
      FaceLibraryException whole, List<FaceLibraryException> failures) {
    failures.forEach(whole::addSuppressed);
    return whole;
  }
}
