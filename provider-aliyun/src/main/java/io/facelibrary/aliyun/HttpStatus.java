package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;

/**
 * What an HTTP status means when the body says nothing that is known: it then comes from something
 * between here and the service, such as a proxy or a load balancer.
 *
 * <p>Source: RFC 9110, section 15; RFC 6585, section 4 (429).
 */
enum HttpStatus {
  TOO_MANY(ErrorKind.THROTTLED, Effect.NONE, "something before the service refused the call"),
  NOT_PERMITTED(
      ErrorKind.PERMISSION_DENIED, Effect.NONE, "something before the service refused the call"),
  PROXY_CREDENTIALS(
      ErrorKind.UNAUTHENTICATED, Effect.NONE, "the proxy refused the call without credentials"),
  FAILED(ErrorKind.UNAVAILABLE, Effect.UNKNOWN, "the service or something before it failed"),
  NO_ANSWER(ErrorKind.INTERNAL, Effect.UNKNOWN, "the answer is none of the service");

  private final ErrorKind kind;
  private final Effect effect;
  private final String saying;

  HttpStatus(ErrorKind kind, Effect effect, String saying) {
    this.kind = kind;
    this.effect = effect;
    this.saying = saying;
  }

  static HttpStatus of(int status) {
    return switch (status) {
      case 429 -> TOO_MANY;
      case 403 -> NOT_PERMITTED;
      case 407 -> PROXY_CREDENTIALS;
      default -> status >= 500 ? FAILED : NO_ANSWER;
    };
  }

  ErrorKind kind() {
    return kind;
  }

  Effect effect() {
    return effect;
  }

  String saying() {
    return saying;
  }
}
