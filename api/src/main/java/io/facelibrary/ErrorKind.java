package io.facelibrary;

/** Why a call, or an item of it, failed. Programs act upon the kind, never upon the message. */
public enum ErrorKind {
  /** The request breaks a rule or limit; sending it again cannot succeed. */
  INVALID_REQUEST,
  /** The person that the request names is not in the library. */
  NOT_FOUND,
  /** The person to add is in the library already. */
  ALREADY_EXISTS,
  /** The library, or the person, holds as much as it may. */
  QUOTA_EXCEEDED,
  /** The library does not offer what was asked: see {@link Capability}. */
  UNSUPPORTED,
  /** The picture is unsuitable: unreadable, too large, no face or several in it. */
  IMAGE_REJECTED,
  /** The credentials are missing, wrong or expired. */
  UNAUTHENTICATED,
  /** The credentials are right and do not allow this. */
  PERMISSION_DENIED,
  /** The service refuses calls for a while, because there were too many. Transient. */
  THROTTLED,
  /** The service cannot be reached or cannot answer at present. Transient. */
  UNAVAILABLE,
  /** No answer came in time. Transient. */
  TIMED_OUT,
  /** The calling thread was interrupted; its interrupt flag is set. */
  INTERRUPTED,
  /** A defect, in the provider or the service: an answer that nobody understands. */
  INTERNAL;

  /**
   * Tells whether the same call may succeed later. Whether it may be repeated: see {@link Effect}.
   */
  public boolean isTransient() {
    return switch (this) {
      case THROTTLED, UNAVAILABLE, TIMED_OUT -> true;
      case INVALID_REQUEST,
          NOT_FOUND,
          ALREADY_EXISTS,
          QUOTA_EXCEEDED,
          UNSUPPORTED,
          IMAGE_REJECTED,
          UNAUTHENTICATED,
          PERMISSION_DENIED,
          INTERRUPTED,
          INTERNAL ->
          false;
    };
  }
}
