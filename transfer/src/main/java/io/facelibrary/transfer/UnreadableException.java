package io.facelibrary.transfer;

/** The source names a face that it cannot provide. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnreadableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
