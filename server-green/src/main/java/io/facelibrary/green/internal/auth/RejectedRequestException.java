package io.facelibrary.green.internal.auth;

/**
 * Stops the checks of a request. It has no stack trace, because it is not caused by an error of the
 * server.
 */
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
