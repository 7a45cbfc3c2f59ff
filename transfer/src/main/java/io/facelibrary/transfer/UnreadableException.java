package io.facelibrary.transfer;

/** A face that its source names and cannot hand over. */
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
