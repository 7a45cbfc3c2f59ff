package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceLibraryException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of processing an image: {@link Accepted} with a value, or {@link Rejected} with a
 * reason.
 *
 * @param <T> the type of the value
 */
sealed interface ImageResult<T> {

  /**
   * The image is suitable.
   *
   * @param content the value computed from the image
   */
  record Accepted<T>(T content) implements ImageResult<T> {}

  /**
   * The image is not suitable.
   *
   * @param rejection the reason, whose word is one of {@link RejectionReason}, and a message
   */
  record Rejected<T>(FaceEncoder.Rejected rejection) implements ImageResult<T> {

    /** Returns the reason of the rejection. */
    RejectionReason reason() {
      return RejectionReason.of(rejection);
    }
  }

  /**
   * Returns the value.
   *
   * @throws FaceLibraryException of the kind {@code IMAGE_REJECTED} if the image was rejected
   */
  default T orThrow() {
    if (this instanceof Rejected<T> rejected) {
      throw rejected.rejection().toException();
    }
    return ((Accepted<T>) this).content();
  }

  /** Returns the value; empty if the image was rejected. */
  default Optional<T> value() {
    return this instanceof Accepted<T> accepted
        ? Optional.of(accepted.content())
        : Optional.empty();
  }

  /** Applies the next step to the value; a rejection is passed on. */
  default <U> ImageResult<U> then(Function<T, ImageResult<U>> next) {
    if (this instanceof Rejected<T> rejected) {
      return new Rejected<>(rejected.rejection());
    }
    return next.apply(((Accepted<T>) this).content());
  }
}
