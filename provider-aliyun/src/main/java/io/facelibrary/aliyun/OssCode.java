package io.facelibrary.aliyun;

import io.facelibrary.ErrorKind;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the object storage answers to an upload that it does not take. Whatever it is, no library
 * was changed.
 *
 * <p>Sources: help.aliyun.com, OSS: "how to troubleshoot 403 status code when you access OSS" (the
 * codes with status 403), "http-status-code-503" (5xx and the limits on rates), "PutObject" (400
 * and 404). {@code SlowDown} is said by storage that follows Amazon's S3.
 */
enum OssCode {
  TOKEN_EXPIRED("SecurityTokenExpired", ErrorKind.UNAUTHENTICATED, "says the right has ended"),
  TOKEN_INVALID(
      "InvalidSecurityToken", ErrorKind.UNAUTHENTICATED, "does not know the security token"),
  TOKEN_OF_OTHER_KEY(
      "AccessKeyIdAndSecurityTokenNotMatch",
      ErrorKind.UNAUTHENTICATED,
      "finds that key and token do not belong together"),
  KEY_UNKNOWN("InvalidAccessKeyId", ErrorKind.UNAUTHENTICATED, "does not know the access key"),
  SIGNATURE_WRONG(
      "SignatureDoesNotMatch",
      ErrorKind.UNAUTHENTICATED,
      "finds that the signature does not match"),
  CLOCK_WRONG(
      "RequestTimeTooSkewed",
      ErrorKind.UNAUTHENTICATED,
      "finds that this machine's clock is more than 15 minutes off"),
  DENIED("AccessDenied", ErrorKind.PERMISSION_DENIED, "does not allow the upload"),
  IN_DEBT("InDebt", ErrorKind.PERMISSION_DENIED, "says the account is in debt"),
  BUCKET_DISABLED("BucketDisable", ErrorKind.PERMISSION_DENIED, "says the bucket is disabled"),
  USER_DISABLED("UserDisable", ErrorKind.PERMISSION_DENIED, "says the account is disabled"),
  NO_BUCKET("NoSuchBucket", ErrorKind.INTERNAL, "has no such bucket as the service named"),
  CHANGED_ON_THE_WAY("InvalidDigest", ErrorKind.UNAVAILABLE, "got other bytes than were sent"),
  CUT_ON_THE_WAY("RequestTimeout", ErrorKind.UNAVAILABLE, "did not get all bytes in time"),
  TOTAL_QPS("TotalQpsLimitExceeded", ErrorKind.THROTTLED, "refuses calls for a while"),
  TRAFFIC(
      "UploadTrafficRateLimitExceeded", ErrorKind.THROTTLED, "refuses so many bytes for a while"),
  PARALLEL("ActiveRequestLimitExceeded", ErrorKind.THROTTLED, "refuses so many calls at once"),
  SLOW_DOWN("SlowDown", ErrorKind.THROTTLED, "refuses calls for a while"),
  FAILED("InternalError", ErrorKind.UNAVAILABLE, "failed"),
  BUSY("ServiceUnavailable", ErrorKind.UNAVAILABLE, "cannot answer at present");

  private static final Map<String, OssCode> BY_TEXT =
      Stream.of(values()).collect(Collectors.toMap(it -> it.text, Function.identity()));

  private final String text;
  private final ErrorKind kind;
  private final String saying;

  OssCode(String text, ErrorKind kind, String saying) {
    this.text = text;
    this.kind = kind;
    this.saying = saying;
  }

  static Optional<OssCode> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /** What an answer means whose code is none of these. */
  static ErrorKind kindOf(int httpStatus) {
    return switch (httpStatus) {
      case 403 -> ErrorKind.PERMISSION_DENIED;
      case 407 -> ErrorKind.UNAUTHENTICATED;
      case 429 -> ErrorKind.THROTTLED;
      default -> httpStatus >= 500 ? ErrorKind.UNAVAILABLE : ErrorKind.INTERNAL;
    };
  }

  ErrorKind kind() {
    return kind;
  }

  String saying() {
    return saying;
  }

  boolean saysGrantEnded() {
    return this == TOKEN_EXPIRED;
  }
}
