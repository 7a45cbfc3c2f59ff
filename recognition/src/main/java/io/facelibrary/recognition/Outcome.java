package io.facelibrary.recognition;

import io.facelibrary.FaceLibraryException;
import java.util.function.Function;

/**
 * What became of a picture: it was {@link Accepted}, or it was {@link Rejected} for a reason.
 *
 * @param <T> what an accepted picture gives
 */
public sealed interface Outcome<T> {

  /**
   * The picture is suitable.
   *
   * @param value what it gave
   */
  record Accepted<T>(T value) implements Outcome<T> {}

  /**
   * The picture is not suitable.
   *
   * @param rejection why
   */
  record Rejected<T>(Rejection rejection) implements Outcome<T> {}

  /**
   * Returns what the picture gave.
   *
   * @throws FaceLibraryException of the kind {@code IMAGE_REJECTED} if it was rejected
   */
  default T orThrow() {
    if (this instanceof Rejected<T> rejected) {
      throw rejected.rejection().toException();
    }
    return ((Accepted<T>) this).value();
  }

  /** Goes on with what the picture gave, unless it was rejected. */
  default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
    if (this instanceof Rejected<T> rejected) {
      return new Rejected<>(rejected.rejection());
    }
    return next.apply(((Accepted<T>) this).value());
  }
}
