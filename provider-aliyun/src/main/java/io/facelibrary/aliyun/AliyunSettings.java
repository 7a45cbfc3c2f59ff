package io.facelibrary.aliyun;

import java.util.Set;

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

  static final Set<String> ALL =
      Set.of(
          REGION,
          ENDPOINT,
          ACCESS_KEY_ID,
          ACCESS_KEY_SECRET,
          SECURITY_TOKEN,
          CONNECT_TIMEOUT,
          ANSWER_TIMEOUT,
          CONNECTION_WAIT,
          MAX_CONNECTIONS,
          CA_CERTIFICATES,
          PROXY,
          RATE_SCALE,
          SETTLING);

  private AliyunSettings() {}
}
