package io.facelibrary;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings that all providers of remote services share, so that one vocabulary configures all
 * of them. A provider adds its defaults with {@link ProviderSetting#orElse}.
 */
public final class RemoteSettings {
  private static final Duration MIN = Duration.ofMillis(1);
  private static final Duration MAX = Duration.ofMinutes(10);

  /** {@code connect-timeout}: the time limit for opening a connection. */
  public static final ProviderSetting<Duration> CONNECT_TIMEOUT =
      ProviderSetting.duration("connect-timeout", "the time limit for opening a connection")
          .between(MIN, MAX);

  /** {@code response-timeout}: the time limit for a complete response. */
  public static final ProviderSetting<Duration> RESPONSE_TIMEOUT =
      ProviderSetting.duration("response-timeout", "the time limit for a complete response")
          .between(MIN, MAX);

  /** {@code max-connections}: the maximum number of open connections. */
  public static final ProviderSetting<Integer> MAX_CONNECTIONS =
      ProviderSetting.integer("max-connections", "the maximum number of open connections")
          .between(1, 10_000);

  /** {@code proxy}: an HTTP proxy. */
  public static final ProviderSetting<URI> PROXY =
      ProviderSetting.uri("proxy", "an HTTP proxy, such as http://proxy.example.com:3128", "http");

  /** {@code ca-certificates}: a PEM file of certificates to trust instead of the platform's. */
  public static final ProviderSetting<Path> CA_CERTIFICATES =
      ProviderSetting.path(
          "ca-certificates", "a PEM file of certificates to trust instead of the platform's");

  private RemoteSettings() {}
}
