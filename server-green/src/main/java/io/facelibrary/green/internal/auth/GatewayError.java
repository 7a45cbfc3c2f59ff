package io.facelibrary.green.internal.auth;

/**
 * An error with which the gateway or the object store rejects a request.
 *
 * @param status the status of the HTTP response
 * @param code the error code of the vendor, such as {@code SignatureDoesNotMatch}
 * @param message the message for the sender only: it may repeat parts of the request, including a
 *     security token
 */
public record GatewayError(int status, String code, String message) {

  /** Omits the message, so that the error can be logged. */
  @Override
  public String toString() {
    return "GatewayError[%d %s]".formatted(status, code);
  }
}
