package io.facelibrary.aliyun.internal.transport;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.RemoteSettings;
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

  /** {@code connection-wait}: the time limit for a connection to become free. */
  public static final ProviderSetting<Duration> CONNECTION_WAIT =
      ProviderSetting.duration("connection-wait", "the time limit for a connection to become free")
          .between(Duration.ofMillis(1), Duration.ofMinutes(10));

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a value is out of its range; its field is the setting
   */
  public ConnectionSettings {
    CONNECTION_WAIT.check(connectionWait);
    RemoteSettings.CONNECT_TIMEOUT.check(connectTimeout);
    RemoteSettings.RESPONSE_TIMEOUT.check(responseTimeout);
    RemoteSettings.MAX_CONNECTIONS.check(maxConnections);
    if (proxy.isPresent() && !isProxy(proxy.get())) {
      throw InvalidRequestException.of(
          RemoteSettings.PROXY.name(),
          "must be http, a host, and optionally a port, and nothing else");
    }
  }

  private static boolean isProxy(URI url) {
    return HostUrl.isHost(url, Set.of("http")) && !HostUrl.hasExtras(url);
  }
}
