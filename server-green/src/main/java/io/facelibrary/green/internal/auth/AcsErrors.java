package io.facelibrary.green.internal.auth;

/**
 * The errors with which the cloud's gateway rejects requests to the API.
 *
 * <p>Source of codes, statuses and texts: the table of public error codes of the API gateway
 * (help.aliyun.com document 434846 and developer.aliyun.com/ask/278265). Those of the security
 * token come from the table of the "faascmd FAQ" and developer.aliyun.com/ask/213939. For an
 * unknown key, these sources and reports of users give status 404.
 */
final class AcsErrors {

  private AcsErrors() {}

  static GatewayError missing(String parameter) {
    return bad("Missing" + parameter, parameter + " is mandatory for this action.");
  }

  static GatewayError incompleteSignature() {
    return bad(
        "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
  }

  /** The code is documented; the text is not. */
  static GatewayError invalidSignatureMethod() {
    return bad(
        "InvalidSignatureMethod",
        "Specified signature method is not valid: use HMAC-SHA1 or ACS3-HMAC-SHA256.");
  }

  /**
   * Includes the string that this server signed. Official clients compare it with their own string
   * to distinguish a wrong secret from a request that was changed in transit. One of them reads the
   * text after the first colon and fails if there is none.
   */
  static GatewayError signatureDoesNotMatch(String stringToSign) {
    return bad(
        "SignatureDoesNotMatch",
        "Specified signature is not matched with our calculation. server string to sign is:"
            + stringToSign);
  }

  static GatewayError unknownAccessKey() {
    return new GatewayError(
        404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
  }

  static GatewayError inactiveAccessKey() {
    return bad("InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
  }

  /** Sent to a key for uploads; the code is that of the cloud's access control. */
  static GatewayError noPermission() {
    return new GatewayError(403, "NoPermission", "You are not authorized to do this action.");
  }

  static GatewayError of(AccessKey.TokenError error) {
    return switch (error) {
      case MISSING -> missing("SecurityToken");
      case MALFORMED ->
          bad("InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.");
      case MISMATCH ->
          bad(
              "InvalidSecurityToken.MismatchWithAccessKey",
              "Specified SecurityToken mismatch with the AccessKey.");
      case EXPIRED -> bad("InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
    };
  }

  static GatewayError missingTime() {
    return bad(
        "IllegalTimestamp",
        "The input parameter \"Timestamp\" that is mandatory for processing this request is not"
            + " supplied.");
  }

  static GatewayError malformedTime() {
    return bad(
        "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
  }

  static GatewayError expiredTime() {
    return bad("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
  }

  static GatewayError usedNonce() {
    return bad("SignatureNonceUsed", "Specified signature nonce was used already.");
  }

  static GatewayError bodyDigestDoesNotMatch() {
    return bad(
        "ContentMD5NotMatched", "Specified content md5 is not matched with your request body.");
  }

  static GatewayError retiredVersion() {
    return bad(
        "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
  }

  private static GatewayError bad(String code, String message) {
    return new GatewayError(400, code, message);
  }
}
