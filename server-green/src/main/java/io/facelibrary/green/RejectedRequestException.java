package io.facelibrary.green;

/** Ends the examination of a request; no fault of the server, so it carries no stack trace. */
final class RejectedRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient GatewayError error;

  RejectedRequestException(GatewayError error) {
    super(error.code(), null, false, false);
    this.error = error;
  }

  GatewayError error() {
    return error;
  }
}
