package io.facelibrary.aliyun;

import java.io.IOException;

/** An exchange ended without an answer. */
final class ExchangeException extends IOException {
  private static final long serialVersionUID = 1;

  private final IOException cause;
  private final boolean sent;
  private final boolean outOfTime;

  /**
   * Wraps what ended the exchange.
   *
   * @param sent whether the request had begun to leave, so that the service may have got it
   * @param outOfTime whether the exchange was ended because its time was over
   */
  ExchangeException(IOException cause, boolean sent, boolean outOfTime) {
    super(cause);
    this.cause = cause;
    this.sent = sent;
    this.outOfTime = outOfTime;
  }

  IOException cause() {
    return cause;
  }

  boolean sent() {
    return sent;
  }

  boolean outOfTime() {
    return outOfTime;
  }
}
