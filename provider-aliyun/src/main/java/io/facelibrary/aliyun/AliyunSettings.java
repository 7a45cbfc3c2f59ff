package io.facelibrary.aliyun;

import io.facelibrary.ProviderSetting;
import io.facelibrary.RemoteSettings;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings of the provider. */
final class AliyunSettings {
  static final ProviderSetting<String> REGION =
      ProviderSetting.text("region", "cn-shanghai or cn-beijing; this or endpoint must be set");
  static final ProviderSetting<URI> ENDPOINT =
      ProviderSetting.uri(
          "endpoint", "the URL of the service, if not that of a region", "https", "http");
  static final ProviderSetting<String> ACCESS_KEY_ID =
      ProviderSetting.text(
          "access-key-id", "the id of the key; unless set, the SDK looks for a key");
  static final ProviderSetting<Secret> ACCESS_KEY_SECRET =
      ProviderSetting.secret("access-key-secret", "the secret of the key");
  static final ProviderSetting<Secret> SECURITY_TOKEN =
      ProviderSetting.secret("security-token", "the token of a temporary key");
  static final ProviderSetting<Duration> CONNECT_TIMEOUT =
      RemoteSettings.CONNECT_TIMEOUT.orElse(Duration.ofSeconds(3));
  static final ProviderSetting<Duration> RESPONSE_TIMEOUT =
      RemoteSettings.RESPONSE_TIMEOUT.orElse(Duration.ofSeconds(10));
  static final ProviderSetting<Duration> CONNECTION_WAIT =
      ConnectionSettings.CONNECTION_WAIT.orElse(Duration.ofSeconds(5));
  static final ProviderSetting<Integer> MAX_CONNECTIONS =
      RemoteSettings.MAX_CONNECTIONS.orElse(256);
  static final ProviderSetting<RateScale> RATE_SCALE =
      ProviderSetting.oneOf("rate-scale", "the scale of the service's rates", RateScale.class)
          .orElse(RateScale.ONE);
  // The service documents "the next day" (help page "addPerson"); the longest day has 25 hours.
  static final ProviderSetting<Duration> SEARCH_DELAY =
      ProviderSetting.duration("search-delay", "the time until a search finds a new group")
          .between(Duration.ZERO, Duration.ofDays(2))
          .orElse(Duration.ofHours(25));

  static final List<ProviderSetting<?>> ALL =
      List.of(
          REGION,
          ENDPOINT,
          ACCESS_KEY_ID,
          ACCESS_KEY_SECRET,
          SECURITY_TOKEN,
          CONNECT_TIMEOUT,
          RESPONSE_TIMEOUT,
          CONNECTION_WAIT,
          MAX_CONNECTIONS,
          RemoteSettings.CA_CERTIFICATES,
          RemoteSettings.PROXY,
          RATE_SCALE,
          SEARCH_DELAY);

  private AliyunSettings() {}
}
