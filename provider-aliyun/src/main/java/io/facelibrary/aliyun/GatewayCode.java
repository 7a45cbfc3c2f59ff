package io.facelibrary.aliyun;

import static io.facelibrary.Effect.NONE;
import static io.facelibrary.Effect.UNKNOWN;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Codes that the gateway in front of the service sends in {@code Code}, with an HTTP status of 4xx
 * or 5xx. The gateway turns a call away before the service sees it, so that nothing was changed;
 * only a gateway that failed itself, or that saw the request twice, cannot tell.
 *
 * <p>Sources: help.aliyun.com documents 434846 and 53413; developer.aliyun.com/ask/278265; public
 * issue threads aliyun/alibaba-cloud-sdk-go#39, honwen/aliyun-ddns-cli#24, jeessy2/ddns-go#1291
 * (answers seen). Codes of one family differ after the dot, so families are matched.
 */
enum GatewayCode {
  SIGNATURE("SignatureDoesNotMatch", ErrorKind.UNAUTHENTICATED, NONE, "finds the signature wrong"),
  INCOMPLETE("IncompleteSignature", ErrorKind.UNAUTHENTICATED, NONE, "misses the signature"),
  KEY("InvalidAccessKeyId", ErrorKind.UNAUTHENTICATED, NONE, "does not know the access key"),
  MISSING_KEY("MissingAccessKeyId", ErrorKind.UNAUTHENTICATED, NONE, "misses the access key"),
  TOKEN("InvalidSecurityToken", ErrorKind.UNAUTHENTICATED, NONE, "refuses the security token"),
  MISSING_TOKEN("MissingSecurityToken", ErrorKind.UNAUTHENTICATED, NONE, "misses the token"),
  CLOCK("InvalidTimeStamp", ErrorKind.UNAUTHENTICATED, NONE, "finds this clock off by 15 minutes"),
  OLD_CLOCK("IllegalTimestamp", ErrorKind.UNAUTHENTICATED, NONE, "finds this clock off"),
  /** The network delivered a request twice: the one that came first may have been carried out. */
  NONCE("SignatureNonceUsed", ErrorKind.UNAVAILABLE, UNKNOWN, "has seen this very request before"),
  METHOD("InvalidSignatureMethod", ErrorKind.UNAUTHENTICATED, NONE, "refuses the signature method"),
  FORBIDDEN("Forbidden", ErrorKind.PERMISSION_DENIED, NONE, "does not allow this to the account"),
  NO_PERMISSION("NoPermission", ErrorKind.PERMISSION_DENIED, NONE, "does not allow this"),
  THROTTLING("Throttling", ErrorKind.THROTTLED, NONE, "refused one call too many"),
  API("InvalidApi", ErrorKind.UNSUPPORTED, NONE, "does not offer this; is it the right region?"),
  PRODUCT("InvalidProduct", ErrorKind.UNSUPPORTED, NONE, "does not offer the product"),
  ACTION("InvalidAction", ErrorKind.UNSUPPORTED, NONE, "does not know the API version"),
  VERSION("InvalidVersion", ErrorKind.UNSUPPORTED, NONE, "does not know the API version"),
  HTTP("InvalidProtocol", ErrorKind.INVALID_REQUEST, NONE, "asks for HTTPS"),
  VERB("UnsupportedHTTPMethod", ErrorKind.INTERNAL, NONE, "refuses the HTTP method"),
  PARAMETER("InvalidParameter", ErrorKind.INVALID_REQUEST, NONE, "refused a parameter"),
  MISSING("Missing", ErrorKind.INVALID_REQUEST, NONE, "misses a parameter"),
  UNAVAILABLE("ServiceUnavailable", ErrorKind.UNAVAILABLE, UNKNOWN, "is unavailable"),
  TIMEOUT("ServiceTimeout", ErrorKind.UNAVAILABLE, UNKNOWN, "did not hear from the service"),
  ERROR("InternalError", ErrorKind.UNAVAILABLE, UNKNOWN, "failed");

  private final String family;
  private final ErrorKind kind;
  private final Effect effect;
  private final String saying;

  GatewayCode(String family, ErrorKind kind, Effect effect, String saying) {
    this.family = family;
    this.kind = kind;
    this.effect = effect;
    this.saying = saying;
  }

  /** Finds the family of a code: the first in the order above, so the narrower stand first. */
  static Optional<GatewayCode> of(String code) {
    return Stream.of(values()).filter(it -> code.startsWith(it.family)).findFirst();
  }

  ErrorKind kind() {
    return kind;
  }

  /** What a failed write may have done. */
  Effect effect() {
    return effect;
  }

  /** What the gateway did, to follow "the gateway". */
  String saying() {
    return saying;
  }
}
