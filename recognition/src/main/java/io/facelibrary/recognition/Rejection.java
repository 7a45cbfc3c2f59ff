package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
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
    return forLibraries().toItemFailure(index);
  }

  /** Returns this as the failure of a whole call, of the kind {@code IMAGE_REJECTED}. */
  public FaceLibraryException toException() {
    return forLibraries().toException();
  }

  /** Returns this as libraries take it. */
  FaceEncoder.Rejected forLibraries() {
    return new FaceEncoder.Rejected(reason.word(), message);
  }
}
