package io.facelibrary.green.internal.auth;

/**
 * The errors with which the object store rejects requests; it sends them in XML.
 *
 * <p>Source: the error pages of help.aliyun.com "OSS user guide", 0002-00000001 to 0002-00000504,
 * and developer.aliyun.com/ask/553273 for status and text of an expired token. Page 0002-00000002
 * says that a temporary key without its token, and a permanent key with one, count as unknown. The
 * text about a disabled key is inferred.
 */
public final class OssErrors {

  private OssErrors() {}

  static GatewayError anonymous() {
    return denied("AccessDenied", "Anonymous access is forbidden for this operation.");
  }

  static GatewayError invalidAuthorization() {
    return new GatewayError(400, "InvalidArgument", "Authorization header is invalid.");
  }

  static GatewayError missingTime() {
    return denied("AccessDenied", "OSS authentication requires a valid Date.");
  }

  static GatewayError skewedTime() {
    return denied(
        "RequestTimeTooSkewed",
        "The difference between the request time and the current time is too large.");
  }

  static GatewayError unknownAccessKey() {
    return denied(
        "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.");
  }

  static GatewayError inactiveAccessKey() {
    return denied("InvalidAccessKeyId", "The OSS Access Key Id you provided is disabled.");
  }

  static GatewayError of(AccessKey key, AccessKey.TokenError error) {
    return switch (error) {
      case MISSING -> unknownAccessKey();
      case MALFORMED -> invalidToken();
      case MISMATCH -> key.session().isEmpty() ? unknownAccessKey() : invalidToken();
      case EXPIRED ->
          denied("SecurityTokenExpired", "The security token you provided has expired.");
    };
  }

  static GatewayError signatureDoesNotMatch(String stringToSign) {
    return denied(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your"
            + " key and signing method. server string to sign is:"
            + stringToSign);
  }

  /** Returns the error for a body that differs from its {@code Content-MD5}. */
  public static GatewayError invalidDigest() {
    return new GatewayError(
        400, "InvalidDigest", "The Content-MD5 you specified is not that of the body.");
  }

  private static GatewayError invalidToken() {
    return denied("InvalidSecurityToken", "The security token you provided is invalid.");
  }

  private static GatewayError denied(String code, String message) {
    return new GatewayError(403, code, message);
  }
}
