package io.facelibrary.aliyun.internal.transport;

import java.io.IOException;

/** An exchange that ended without a complete response. */
public final class ExchangeException extends IOException {
  private static final long serialVersionUID = 1;

  private final IOException cause;
  private final boolean requestStarted;
  private final boolean timedOut;

  /**
   * Wraps the cause of the failure.
   *
   * @param requestStarted whether sending the request had begun, so that the service may have
   *     received it
   * @param timedOut whether the exchange was aborted because its time was over
   */
  ExchangeException(IOException cause, boolean requestStarted, boolean timedOut) {
    super(cause);
    this.cause = cause;
    this.requestStarted = requestStarted;
    this.timedOut = timedOut;
  }

  /** Returns the cause, never null. */
  public IOException cause() {
    return cause;
  }

  /** Returns whether sending the request had begun, so that the service may have received it. */
  public boolean isRequestStarted() {
    return requestStarted;
  }

  boolean isTimedOut() {
    return timedOut;
  }
}
