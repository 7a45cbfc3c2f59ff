package io.facelibrary.aliyun;

import static io.facelibrary.Effect.NONE;
import static io.facelibrary.Effect.UNKNOWN;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Codes that the gateway in front of the service sends in {@code Code}, with an HTTP status of 4xx
 * or 5xx. The gateway rejects a call before the service sees it, so nothing was changed. The effect
 * is unknown only if the gateway failed, or received the request twice.
 *
 * <p>Sources: help.aliyun.com documents 434846 and 53413; developer.aliyun.com/ask/278265; public
 * issue threads aliyun/alibaba-cloud-sdk-go#39, honwen/aliyun-ddns-cli#24, jeessy2/ddns-go#1291
 * (responses seen). Codes of one family differ after the dot, so families are matched.
 */
enum GatewayCode {
  SIGNATURE("SignatureDoesNotMatch", ErrorKind.UNAUTHENTICATED, NONE, "rejected the signature"),
  INCOMPLETE(
      "IncompleteSignature", ErrorKind.UNAUTHENTICATED, NONE, "received an incomplete signature"),
  KEY("InvalidAccessKeyId", ErrorKind.UNAUTHENTICATED, NONE, "does not know the access key"),
  MISSING_KEY("MissingAccessKeyId", ErrorKind.UNAUTHENTICATED, NONE, "received no access key"),
  TOKEN("InvalidSecurityToken", ErrorKind.UNAUTHENTICATED, NONE, "rejected the security token"),
  MISSING_TOKEN(
      "MissingSecurityToken", ErrorKind.UNAUTHENTICATED, NONE, "received no security token"),
  CLOCK(
      "InvalidTimeStamp",
      ErrorKind.UNAUTHENTICATED,
      NONE,
      "rejected the time of this machine: its clock is more than 15 minutes off"),
  OLD_CLOCK(
      "IllegalTimestamp",
      ErrorKind.UNAUTHENTICATED,
      NONE,
      "rejected the time of this machine: its clock is off"),
  /** The network delivered a request twice: the first delivery may have been executed. */
  NONCE("SignatureNonceUsed", ErrorKind.UNAVAILABLE, UNKNOWN, "has received this request before"),
  METHOD(
      "InvalidSignatureMethod",
      ErrorKind.UNAUTHENTICATED,
      NONE,
      "does not support the signature method"),
  FORBIDDEN(
      "Forbidden",
      ErrorKind.PERMISSION_DENIED,
      NONE,
      "does not allow the account to make this call"),
  NO_PERMISSION("NoPermission", ErrorKind.PERMISSION_DENIED, NONE, "does not allow this call"),
  THROTTLING(
      "Throttling", ErrorKind.THROTTLED, NONE, "refused the call because there were too many"),
  API(
      "InvalidApi",
      ErrorKind.UNSUPPORTED,
      NONE,
      "does not offer this operation; is it the right region?"),
  PRODUCT("InvalidProduct", ErrorKind.UNSUPPORTED, NONE, "does not offer the product"),
  ACTION("InvalidAction", ErrorKind.UNSUPPORTED, NONE, "does not know the API version"),
  VERSION("InvalidVersion", ErrorKind.UNSUPPORTED, NONE, "does not know the API version"),
  HTTP("InvalidProtocol", ErrorKind.INVALID_REQUEST, NONE, "requires HTTPS"),
  VERB("UnsupportedHTTPMethod", ErrorKind.INTERNAL, NONE, "does not support the HTTP method"),
  PARAMETER("InvalidParameter", ErrorKind.INVALID_REQUEST, NONE, "refused a parameter"),
  MISSING("Missing", ErrorKind.INVALID_REQUEST, NONE, "requires a parameter that is missing"),
  UNAVAILABLE("ServiceUnavailable", ErrorKind.UNAVAILABLE, UNKNOWN, "is unavailable"),
  TIMEOUT(
      "ServiceTimeout", ErrorKind.UNAVAILABLE, UNKNOWN, "received no response from the service"),
  ERROR("InternalError", ErrorKind.UNAVAILABLE, UNKNOWN, "failed");

  private final String family;
  private final ErrorKind kind;
  private final Effect effect;
  private final String predicate;

  GatewayCode(String family, ErrorKind kind, Effect effect, String predicate) {
    this.family = family;
    this.kind = kind;
    this.effect = effect;
    this.predicate = predicate;
  }

  /** Returns the first family above that a code belongs to; narrower families come first. */
  static Optional<GatewayCode> of(String code) {
    return Stream.of(values()).filter(it -> code.startsWith(it.family)).findFirst();
  }

  ErrorKind kind() {
    return kind;
  }

  /** Returns the effect that a failed write may have had. */
  Effect effect() {
    return effect;
  }

  /** Returns a predicate, to follow the subject "the gateway". */
  String predicate() {
    return predicate;
  }
}
