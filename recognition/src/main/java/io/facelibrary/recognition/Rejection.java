package io.facelibrary.recognition;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;

/**
 * A picture that is not taken.
 *
 * @param reason why, for programs
 * @param message why, for people; names the rule and the limit
 */
public record Rejection(RejectionReason reason, String message) {

  /** Returns this as the failure of an item of a call, of the kind {@code IMAGE_REJECTED}. */
  public ItemFailure toItemFailure(int index) {
    return new ItemFailure(index, ErrorKind.IMAGE_REJECTED, reason.word(), message);
  }

  /** Returns this as the failure of a whole call, of the kind {@code IMAGE_REJECTED}. */
  public FaceLibraryException toException() {
    return FaceLibraryException.of(
        ErrorKind.IMAGE_REJECTED, Effect.NONE, reason.word() + ": " + message);
  }
}
