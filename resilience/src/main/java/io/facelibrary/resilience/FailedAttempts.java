package io.facelibrary.resilience;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * The failed attempts of one call, and their combined effect on the library. An attempt that failed
 * without effect does not undo the effect of an earlier one.
 */
final class FailedAttempts {
  /** The name of the provider in failures of this layer, where no library was called. */
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

  int count() {
    return failures.size();
  }

  FaceLibraryException last() {
    return failures.get(failures.size() - 1);
  }

  /**
   * Returns whether the call may be repeated. Like {@link FaceLibraryException#isRetryable()}, but
   * decides by the operation of this call: an add that fails in an internal query is still an add.
   */
  boolean isRepeatable() {
    return last().kind().isTransient()
        && (last().effect() == Effect.NONE || operation.isIdempotent());
  }

  /**
   * Returns the exception to throw. It is the last failure if its effect is that of all attempts.
   * Otherwise it is a copy with the combined effect. The last failure is then its cause, and the
   * earlier failures are its suppressed exceptions.
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
                "the last of " + count() + " attempts had the effect " + last.effect())
            .cause(last);
    last.call().ifPresent(whole::call);
    last.retryAfter().ifPresent(whole::retryAfter);
    return withSuppressed(whole.build(), earlier);
  }

  /** Returns the exception to throw if the thread is interrupted before the next attempt. */
  FaceLibraryException interrupted(InterruptedException interruption) {
    FaceLibraryException whole =
        FaceLibraryException.builder(
                ErrorKind.INTERRUPTED,
                effectOf(failures),
                "was interrupted while waiting for attempt " + (count() + 1))
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
      // The constants are in the order of severity. A read changes nothing, even if it reports
      // another effect.
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
