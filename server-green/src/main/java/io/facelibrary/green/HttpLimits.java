package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;

/**
 * What one client can take of the server.
 *
 * @param bodyBytes the most bytes of a body, except an upload's; 4 MiB unless set
 * @param headerBytes the most bytes of request line and headers together; 16 KiB unless set
 * @param connections the most connections at a time, further ones wait to be accepted; 20 000
 *     unless set
 * @param idle how long a connection may be silent, within a request or between two; 30 seconds
 *     unless set
 * @param head how long request line and headers may take to come, from the first byte or from that
 *     of a TLS handshake before them; then the connection is closed without an answer; 30 seconds
 *     unless set
 * @param body how long a body may take to come; 30 seconds unless set
 * @param threads the most requests answered at the same time, at least 8; 200 unless set
 */
public record HttpLimits(
    int bodyBytes,
    int headerBytes,
    int connections,
    Duration idle,
    Duration head,
    Duration body,
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
    atLeast(1, idle.toMillis(), "idle, in milliseconds,");
    atLeast(1, head.toMillis(), "head, in milliseconds,");
    atLeast(1, body.toMillis(), "body, in milliseconds,");
    atLeast(8, threads, "threads");
  }

  private static void atLeast(long least, long value, String field) {
    if (value < least) {
      throw InvalidRequestException.of(field, "must be at least " + least);
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

  /** Returns these limits with another size of a body. */
  public HttpLimits withBodyBytes(int most) {
    return new HttpLimits(most, headerBytes, connections, idle, head, body, threads);
  }

  /** Returns these limits with another size of the headers. */
  public HttpLimits withHeaderBytes(int most) {
    return new HttpLimits(bodyBytes, most, connections, idle, head, body, threads);
  }

  /** Returns these limits with another number of connections. */
  public HttpLimits withConnections(int most) {
    return new HttpLimits(bodyBytes, headerBytes, most, idle, head, body, threads);
  }

  /** Returns these limits with another time of silence. */
  public HttpLimits withIdle(Duration longest) {
    return new HttpLimits(bodyBytes, headerBytes, connections, longest, head, body, threads);
  }

  /** Returns these limits with another time of request line and headers. */
  public HttpLimits withHead(Duration longest) {
    return new HttpLimits(bodyBytes, headerBytes, connections, idle, longest, body, threads);
  }

  /** Returns these limits with another time of a body. */
  public HttpLimits withBody(Duration longest) {
    return new HttpLimits(bodyBytes, headerBytes, connections, idle, head, longest, threads);
  }

  /** Returns these limits with another number of threads. */
  public HttpLimits withThreads(int most) {
    return new HttpLimits(bodyBytes, headerBytes, connections, idle, head, body, most);
  }
}
