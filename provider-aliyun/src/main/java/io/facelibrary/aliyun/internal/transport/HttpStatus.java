package io.facelibrary.aliyun.internal.transport;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;

/**
 * Meaning of the HTTP status of a response whose body is not from the service. Such a response
 * comes from a component in front of the service, such as a proxy or a load balancer.
 *
 * <p>Source: RFC 9110, section 15; RFC 6585, section 4 (429).
 */
public enum HttpStatus {
  /** Too many calls. */
  TOO_MANY(
      ErrorKind.THROTTLED, Effect.NONE, "a component in front of the service refused the call"),

  /** Access is denied. */
  NOT_PERMITTED(
      ErrorKind.PERMISSION_DENIED,
      Effect.NONE,
      "a component in front of the service refused the call"),

  /** The proxy requires credentials. */
  PROXY_CREDENTIALS(
      ErrorKind.UNAUTHENTICATED, Effect.NONE, "the proxy refused the call without credentials"),

  /** A server error. */
  FAILED(ErrorKind.UNAVAILABLE, Effect.UNKNOWN, "the service or a component in front of it failed"),

  /** Any other status. */
  FOREIGN(ErrorKind.INTERNAL, Effect.UNKNOWN, "the response is not from the service");

  private final ErrorKind kind;
  private final Effect effect;
  private final String description;

  HttpStatus(ErrorKind kind, Effect effect, String description) {
    this.kind = kind;
    this.effect = effect;
    this.description = description;
  }

  /** Returns the meaning of a status. */
  public static HttpStatus of(int status) {
    return switch (status) {
      case 429 -> TOO_MANY;
      case 403 -> NOT_PERMITTED;
      case 407 -> PROXY_CREDENTIALS;
      default -> status >= 500 ? FAILED : FOREIGN;
    };
  }

  /** Returns the kind of the failure. */
  public ErrorKind kind() {
    return kind;
  }

  /** Returns the effect that a failed write may have had. */
  public Effect effect() {
    return effect;
  }

  /** Returns a description, a sentence without its full stop. */
  public String description() {
    return description;
  }
}
