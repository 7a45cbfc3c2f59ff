package io.facelibrary;

/**
 * The reason for the failure of a call, or of one item of a call. Programs decide by the kind,
 * never by the message.
 *
 * <p>The kinds are complete: no version adds another, so a program may handle each of them in a
 * {@code switch} without a default. A finer cause is a word: see {@link ItemFailure#reason()}.
 */
public enum ErrorKind {
  /** The request breaks a rule or a limit. Sending it again cannot succeed. */
  INVALID_REQUEST,
  /** The person of the request is not in the library. */
  NOT_FOUND,
  /** The person to add is already in the library. */
  ALREADY_EXISTS,
  /** A quota of the library or of the person is used up. */
  QUOTA_EXCEEDED,
  /** The library does not offer a feature that the request needs: see {@link Capability}. */
  UNSUPPORTED,
  /** The image is unsuitable: unreadable, too large, without a face or with several faces. */
  IMAGE_REJECTED,
  /** The credentials are missing, wrong or expired. */
  UNAUTHENTICATED,
  /** The credentials are valid but do not permit this call. */
  PERMISSION_DENIED,
  /** The service temporarily refuses calls, because there were too many. Transient. */
  THROTTLED,
  /** The service cannot be reached or cannot process the call at present. Transient. */
  UNAVAILABLE,
  /** No response arrived in time. Transient. */
  TIMED_OUT,
  /** Another caller changed the same data at the same time. Transient. */
  CONFLICT,
  /** The calling thread was interrupted. Its interrupt flag is set. */
  INTERRUPTED,
  /** Stored data is damaged. Restore a backup, or see the message for the remedy. */
  DAMAGED,
  /** A defect of the provider or the service, such as a response that cannot be understood. */
  INTERNAL;

  /**
   * Returns whether the same call may succeed later. {@link Effect} says whether it may be
   * repeated.
   */
  public boolean isTransient() {
    return switch (this) {
      case THROTTLED, UNAVAILABLE, TIMED_OUT, CONFLICT -> true;
      case INVALID_REQUEST,
          NOT_FOUND,
          ALREADY_EXISTS,
          QUOTA_EXCEEDED,
          UNSUPPORTED,
          IMAGE_REJECTED,
          UNAUTHENTICATED,
          PERMISSION_DENIED,
          INTERRUPTED,
          DAMAGED,
          INTERNAL ->
          false;
    };
  }
}
