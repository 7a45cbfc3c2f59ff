package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;

/**
 * HTTP limits, which bound the resources that one client can use.
 *
 * @param bodyBytes the maximum size of a body that is not an upload; 4 MiB by default
 * @param headerBytes the maximum size of request line and headers together; 16 KiB by default
 * @param connections the maximum number of open connections; further ones wait to be accepted;
 *     20,000 by default
 * @param idleTimeout how long a connection may be idle, within a request or between requests; 30
 *     seconds by default
 * @param headerTimeout the time within which request line and headers must be received; 30 seconds
 *     by default. It starts with the first byte of the request or of the TLS handshake before it.
 *     When it ends, the connection is closed without a response.
 * @param bodyTimeout the time within which a body must be received; 30 seconds by default
 * @param threads the maximum number of concurrent requests, at least 8; 200 by default
 */
public record HttpLimits(
    int bodyBytes,
    int headerBytes,
    int connections,
    Duration idleTimeout,
    Duration headerTimeout,
    Duration bodyTimeout,
    int threads) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a limit is too low
   */
  public HttpLimits {
    atLeast(1, bodyBytes, "bodyBytes");
    atLeast(1024, headerBytes, "headerBytes");
    atLeast(1, connections, "connections");
    atLeast(1, idleTimeout.toMillis(), "idleTimeout, in milliseconds,");
    atLeast(1, headerTimeout.toMillis(), "headerTimeout, in milliseconds,");
    atLeast(1, bodyTimeout.toMillis(), "bodyTimeout, in milliseconds,");
    atLeast(8, threads, "threads");
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

  /** Returns these limits with another maximum size of a body. */
  public HttpLimits withBodyBytes(int max) {
    return new HttpLimits(
        max, headerBytes, connections, idleTimeout, headerTimeout, bodyTimeout, threads);
  }

  /** Returns these limits with another maximum size of the headers. */
  public HttpLimits withHeaderBytes(int max) {
    return new HttpLimits(
        bodyBytes, max, connections, idleTimeout, headerTimeout, bodyTimeout, threads);
  }

  /** Returns these limits with another maximum number of connections. */
  public HttpLimits withConnections(int max) {
    return new HttpLimits(
        bodyBytes, headerBytes, max, idleTimeout, headerTimeout, bodyTimeout, threads);
  }

  /** Returns these limits with another idle time-out. */
  public HttpLimits withIdleTimeout(Duration timeout) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, timeout, headerTimeout, bodyTimeout, threads);
  }

  /** Returns these limits with another time-out of request line and headers. */
  public HttpLimits withHeaderTimeout(Duration timeout) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, idleTimeout, timeout, bodyTimeout, threads);
  }

  /** Returns these limits with another time-out of a body. */
  public HttpLimits withBodyTimeout(Duration timeout) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, idleTimeout, headerTimeout, timeout, threads);
  }

  /** Returns these limits with another maximum number of concurrent requests. */
  public HttpLimits withThreads(int max) {
    return new HttpLimits(
        bodyBytes, headerBytes, connections, idleTimeout, headerTimeout, bodyTimeout, max);
  }
}
