package io.facelibrary.aliyun.internal.transport;

import io.facelibrary.InvalidRequestException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Settings of the connections of one library.
 *
 * @param connectionWait how long a call waits for a free connection while all are in use
 * @param connectTimeout the time limit for opening a connection
 * @param responseTimeout the time limit for the response, until its last byte
 * @param maxConnections the maximum number of open connections
 * @param sslContext trust and client identity; the platform's default if empty
 * @param proxy the HTTP proxy to use
 */
public record ConnectionSettings(
    Duration connectionWait,
    Duration connectTimeout,
    Duration responseTimeout,
    int maxConnections,
    Optional<SSLContext> sslContext,
    Optional<URI> proxy) {

  /** Name of the setting. */
  public static final String CONNECTION_WAIT = "connection-wait";

  /** Name of the setting. */
  public static final String CONNECT_TIMEOUT = "connect-timeout";

  /** Name of the setting. */
  public static final String RESPONSE_TIMEOUT = "response-timeout";

  /** Name of the setting. */
  public static final String MAX_CONNECTIONS = "max-connections";

  /** Name of the setting. */
  public static final String PROXY = "proxy";

  /** The minimum of each time limit. */
  public static final Duration SHORTEST_TIME = Duration.ofMillis(1);

  /** The maximum of each time limit. */
  public static final Duration LONGEST_TIME = Duration.ofMinutes(10);

  /** The upper bound of {@link #maxConnections}. */
  public static final int MOST_CONNECTIONS = 10_000;

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a value is out of its range; its field is the setting
   */
  public ConnectionSettings {
    checkTime(connectionWait, CONNECTION_WAIT);
    checkTime(connectTimeout, CONNECT_TIMEOUT);
    checkTime(responseTimeout, RESPONSE_TIMEOUT);
    if (maxConnections < 1 || maxConnections > MOST_CONNECTIONS) {
      throw InvalidRequestException.of(
          MAX_CONNECTIONS, "must be a whole number from 1 to " + MOST_CONNECTIONS);
    }
    if (proxy.isPresent() && !isProxy(proxy.get())) {
      throw InvalidRequestException.of(
          PROXY, "must be http, a host, and optionally a port, and nothing else");
    }
  }

  private static boolean isProxy(URI url) {
    return HostUrl.isHost(url, Set.of("http")) && !HostUrl.hasExtras(url);
  }

  private static void checkTime(Duration time, String setting) {
    if (time.compareTo(SHORTEST_TIME) < 0 || time.compareTo(LONGEST_TIME) > 0) {
      throw InvalidRequestException.of(
          setting, "must be a duration from " + SHORTEST_TIME + " to " + LONGEST_TIME);
    }
  }
}
