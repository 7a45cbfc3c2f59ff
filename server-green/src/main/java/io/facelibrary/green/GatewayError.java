package io.facelibrary.green;

/**
 * Why a request does not get through the gate.
 *
 * @param status of the HTTP answer
 * @param code the cloud's word for it
 * @param message for the sender, and for nobody else: it may repeat what was sent, a security token
 *     included
 */
record GatewayError(int status, String code, String message) {

  /** Leaves the message out, so that a log may have it. */
  @Override
  public String toString() {
    return "GatewayError[%d %s]".formatted(status, code);
  }
}
