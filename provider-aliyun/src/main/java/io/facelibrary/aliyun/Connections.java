package io.facelibrary.aliyun;

import io.facelibrary.InvalidRequestException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * How a library connects.
 *
 * @param connectionWait how long a call waits while all connections are in use
 * @param connectTimeout how long a connection may take to be made
 * @param answerTimeout how long the service may take to answer, to the last byte
 * @param most the connections open at once
 * @param trust whom to trust, and as whom to appear; the platform's default if empty
 * @param proxy an HTTP proxy to go through
 */
record Connections(
    Duration connectionWait,
    Duration connectTimeout,
    Duration answerTimeout,
    int most,
    Optional<SSLContext> trust,
    Optional<URI> proxy) {

  static final Duration SHORTEST = Duration.ofMillis(1);
  static final Duration LONGEST = Duration.ofMinutes(10);
  static final int MOST = 10_000;

  Connections {
    within(connectionWait, AliyunSettings.CONNECTION_WAIT);
    within(connectTimeout, AliyunSettings.CONNECT_TIMEOUT);
    within(answerTimeout, AliyunSettings.ANSWER_TIMEOUT);
    if (most < 1 || most > MOST) {
      throw InvalidRequestException.of(
          AliyunSettings.MAX_CONNECTIONS, "must be a whole number from 1 to " + MOST);
    }
    if (proxy.isPresent() && !isProxy(proxy.get())) {
      throw InvalidRequestException.of(
          AliyunSettings.PROXY, "must be http, a host, and a port if need be, and nothing else");
    }
  }

  private static boolean isProxy(URI address) {
    return Endpoint.isHost(address, Set.of("http"))
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  private static void within(Duration time, String field) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw InvalidRequestException.of(
          field, "must be a duration from " + SHORTEST + " to " + LONGEST);
    }
  }
}
