package io.facelibrary.aliyun;

import io.facelibrary.ProviderSetting;
import java.util.List;

/** The names of the settings; their meaning stands at {@link AliyunProvider}. */
final class AliyunSettings {
  static final String REGION = "region";
  static final String ENDPOINT = "endpoint";
  static final String ACCESS_KEY_ID = "access-key-id";
  static final String ACCESS_KEY_SECRET = "access-key-secret";
  static final String SECURITY_TOKEN = "security-token";
  static final String CONNECT_TIMEOUT = "connect-timeout";
  static final String ANSWER_TIMEOUT = "answer-timeout";
  static final String CONNECTION_WAIT = "connection-wait";
  static final String MAX_CONNECTIONS = "max-connections";
  static final String CA_CERTIFICATES = "ca-certificates";
  static final String PROXY = "proxy";
  static final String RATE_SCALE = "rate-scale";
  static final String SETTLING = "settling";

  static final List<ProviderSetting> ALL =
      List.of(
          ProviderSetting.of(REGION, "cn-shanghai or cn-beijing; this or endpoint must be set"),
          ProviderSetting.of(ENDPOINT, "the address of the service elsewhere"),
          ProviderSetting.of(ACCESS_KEY_ID, "the key; without one the SDK looks for it"),
          ProviderSetting.secret(ACCESS_KEY_SECRET, "the secret of the key"),
          ProviderSetting.secret(SECURITY_TOKEN, "the token of a temporary key"),
          ProviderSetting.of(CONNECT_TIMEOUT, "until a connection must be made; 3s unless set"),
          ProviderSetting.of(ANSWER_TIMEOUT, "until the answer must be whole; 10s unless set"),
          ProviderSetting.of(CONNECTION_WAIT, "until a connection must be free; 5s unless set"),
          ProviderSetting.of(MAX_CONNECTIONS, "how many may be open at once; 256 unless set"),
          ProviderSetting.of(CA_CERTIFICATES, "a PEM file of certificates to trust"),
          ProviderSetting.of(PROXY, "an HTTP proxy, such as http://proxy.example.com:3128"),
          ProviderSetting.of(
              RATE_SCALE, "scale of its rates: auto, one or hundred; auto unless set"),
          ProviderSetting.of(SETTLING, "until search finds a new group; 25h unless set"));

  private AliyunSettings() {}
}
