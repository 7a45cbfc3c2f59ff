package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HTTP limits, which bound the resources that one client can use. */
public final class HttpLimits {
  private final int bodyBytes;
  private final int headerBytes;
  private final int connections;
  private final Duration idleTimeout;
  private final Duration headerTimeout;
  private final Duration bodyTimeout;
  private final int threads;

  private HttpLimits(
      int bodyBytes,
      int headerBytes,
      int connections,
      Duration idleTimeout,
      Duration headerTimeout,
      Duration bodyTimeout,
      int threads) {
    atLeast(1, bodyBytes, "bodyBytes");
    atLeast(1024, headerBytes, "headerBytes");
    atLeast(1, connections, "connections");
    atLeast(
        1, Checks.present(idleTimeout, "idleTimeout").toMillis(), "idleTimeout, in milliseconds,");
    atLeast(
        1,
        Checks.present(headerTimeout, "headerTimeout").toMillis(),
        "headerTimeout, in milliseconds,");
    atLeast(
        1, Checks.present(bodyTimeout, "bodyTimeout").toMillis(), "bodyTimeout, in milliseconds,");
    atLeast(8, threads, "threads");
    this.bodyBytes = bodyBytes;
    this.headerBytes = headerBytes;
    this.connections = connections;
    this.idleTimeout = idleTimeout;
    this.headerTimeout = headerTimeout;
    this.bodyTimeout = bodyTimeout;
    this.threads = threads;
  }

  private static void atLeast(long min, long value, String field) {
    if (value < min) {
      throw InvalidRequestException.of(field, "must be at least " + min);
    }
  }

  /** Returns the defaults. */
  public static HttpLimits defaults() {
    return new HttpLimits(
        4 << 20,
        16 << 10,
        20_000,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        200);
  }

  /**
   * Returns these limits with another maximum size of a body.
   *
   * @throws InvalidRequestException if it is below 1
   */
  public HttpLimits withBodyBytes(int max) {
    return new HttpLimits(
        max, headerBytes, connections, idleTimeout, headerTimeout, bodyTimeout, threads);
  }

  /**
   * Returns these limits with another maximum size of the headers.
   *
   * @throws InvalidRequestException if it is below 1,024
   */
  public HttpLimits withHeaderBytes(int max) {
    return new HttpLimits(
        bodyBytes, max, connections, idleTimeout, headerTimeout, bodyTimeout, threads);
  }

  /**
   * Returns these limits with another maximum number of connections.
   *
   * @throws InvalidRequestException if it is below 1
   */
  public HttpLimits withConnections(int max) {
    return new HttpLimits(
        bodyBytes, headerBytes, max, idleTimeout, headerTimeout, bodyTimeout, threads);
  }

  /**
   * Returns these limits with another idle time-out.
   *
   * @throws InvalidRequestException if it is below one millisecond
   */
  public HttpLimits withIdleTimeout(Duration timeout) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, timeout, headerTimeout, bodyTimeout, threads);
  }

  /**
   * Returns these limits with another time-out of request line and headers.
   *
   * @throws InvalidRequestException if it is below one millisecond
   */
  public HttpLimits withHeaderTimeout(Duration timeout) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, idleTimeout, timeout, bodyTimeout, threads);
  }

  /**
   * Returns these limits with another time-out of a body.
   *
   * @throws InvalidRequestException if it is below one millisecond
   */
  public HttpLimits withBodyTimeout(Duration timeout) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, idleTimeout, headerTimeout, timeout, threads);
  }

  /**
   * Returns these limits with another maximum number of concurrent requests.
   *
   * @throws InvalidRequestException if it is below 8
   */
  public HttpLimits withThreads(int max) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, idleTimeout, headerTimeout, bodyTimeout, max);
  }

  /** Returns the maximum size of a body that is not an upload; 4 MiB by default. */
  public int bodyBytes() {
    return bodyBytes;
  }

  /** Returns the maximum size of request line and headers together; 16 KiB by default. */
  public int headerBytes() {
    return headerBytes;
  }

  /**
   * Returns the maximum number of open connections; 20,000 by default. Further ones wait to be
   * accepted.
   */
  public int connections() {
    return connections;
  }

  /**
   * Returns how long a connection may be idle, within a request or between requests; 30 seconds by
   * default.
   */
  public Duration idleTimeout() {
    return idleTimeout;
  }

  /**
   * Returns the time within which request line and headers must be received; 30 seconds by default.
   * It starts with the first byte of the request or of the TLS handshake before it. When it ends,
   * the connection is closed without a response.
   */
  public Duration headerTimeout() {
    return headerTimeout;
  }

  /** Returns the time within which a body must be received; 30 seconds by default. */
  public Duration bodyTimeout() {
    return bodyTimeout;
  }

  /** Returns the maximum number of concurrent requests; 200 by default. */
  public int threads() {
    return threads;
  }

  private List<Object> fields() {
    return List.of(
        bodyBytes, headerBytes, connections, idleTimeout, headerTimeout, bodyTimeout, threads);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpLimits that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return "HttpLimits[bodyBytes="
        + bodyBytes
        + ", headerBytes="
        + headerBytes
        + ", connections="
        + connections
        + ", idleTimeout="
        + idleTimeout
        + ", headerTimeout="
        + headerTimeout
        + ", bodyTimeout="
        + bodyTimeout
        + ", threads="
        + threads
        + "]";
  }
}
