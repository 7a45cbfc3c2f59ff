package io.facelibrary.green;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that was served, for logs and metrics. It holds no id, no URL and no key. */
public final class RequestEvent {
  private final String operation;
  private final int status;
  private final String code;
  private final Duration time;
  private final long received;
  private final long sent;

  private RequestEvent(
      String operation, int status, String code, Duration time, long received, long sent) {
    this.operation = operation;
    this.status = status;
    this.code = code;
    this.time = time;
    this.received = received;
    this.sent = sent;
  }

  /**
   * Returns an event that took no time and has empty bodies. Intended for tests of listeners.
   *
   * @param operation the name of the operation, or empty
   * @param status the HTTP status
   * @param code the code of the protocol
   */
  public static RequestEvent of(String operation, int status, String code) {
    return new RequestEvent(
        Checks.present(operation, "operation"),
        status,
        Checks.present(code, "code"),
        Duration.ZERO,
        0,
        0);
  }

  /** Returns this event with another {@link #time()}. */
  public RequestEvent withTime(Duration time) {
    return new RequestEvent(operation, status, code, Checks.present(time, "time"), received, sent);
  }

  /** Returns this event with other sizes of the bodies: {@link #received()} and {@link #sent()}. */
  public RequestEvent withBytes(long received, long sent) {
    return new RequestEvent(operation, status, code, time, received, sent);
  }

  /**
   * Returns the name of the operation, such as {@code AddFaces} or {@code PutObject}; empty if none
   * was called.
   */
  public String operation() {
    return operation;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the code of the protocol: a number of the service or a word of the gateway. */
  public String code() {
    return code;
  }

  /** Returns the time from the first byte of the request to the start of the response. */
  public Duration time() {
    return time;
  }

  /** Returns the size of the request body in bytes. */
  public long received() {
    return received;
  }

  /** Returns the size of the response body in bytes. */
  public long sent() {
    return sent;
  }

  private List<Object> fields() {
    return List.of(operation, status, code, time, received, sent);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestEvent that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return "RequestEvent[operation="
        + operation
        + ", status="
        + status
        + ", code="
        + code
        + ", time="
        + time
        + ", received="
        + received
        + ", sent="
        + sent
        + "]";
  }
}
