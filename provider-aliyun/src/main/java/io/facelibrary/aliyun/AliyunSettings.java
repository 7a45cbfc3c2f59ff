package io.facelibrary.aliyun;

import io.facelibrary.ProviderSetting;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.internal.transport.TrustStores;
import java.util.List;

/** Settings of the provider; {@link AliyunProvider} documents them. */
final class AliyunSettings {
  static final String REGION = "region";
  static final String ENDPOINT = "endpoint";
  static final String ACCESS_KEY_ID = "access-key-id";
  static final String ACCESS_KEY_SECRET = "access-key-secret";
  static final String SECURITY_TOKEN = "security-token";
  static final String RATE_SCALE = "rate-scale";
  static final String SEARCH_DELAY = "search-delay";

  static final List<ProviderSetting> ALL =
      List.of(
          ProviderSetting.of(REGION, "cn-shanghai or cn-beijing; this or endpoint must be set"),
          ProviderSetting.of(ENDPOINT, "the URL of the service, if not that of a region"),
          ProviderSetting.of(
              ACCESS_KEY_ID, "the id of the key; unless set, the SDK looks for a key"),
          ProviderSetting.secret(ACCESS_KEY_SECRET, "the secret of the key"),
          ProviderSetting.secret(SECURITY_TOKEN, "the token of a temporary key"),
          ProviderSetting.of(
              ConnectionSettings.CONNECT_TIMEOUT,
              "time limit for opening a connection; 3s unless set"),
          ProviderSetting.of(
              ConnectionSettings.RESPONSE_TIMEOUT,
              "time limit for a complete response; 10s unless set"),
          ProviderSetting.of(
              ConnectionSettings.CONNECTION_WAIT,
              "time limit for a connection to become free; 5s unless set"),
          ProviderSetting.of(
              ConnectionSettings.MAX_CONNECTIONS,
              "the maximum number of open connections; 256 unless set"),
          ProviderSetting.of(TrustStores.CA_CERTIFICATES, "a PEM file of certificates to trust"),
          ProviderSetting.of(
              ConnectionSettings.PROXY, "an HTTP proxy, such as http://proxy.example.com:3128"),
          ProviderSetting.of(
              RATE_SCALE, "scale of the service's rates: one or hundred; one unless set"),
          ProviderSetting.of(
              SEARCH_DELAY, "the time until a search finds a new group; 25h unless set"));

  private AliyunSettings() {}
}
