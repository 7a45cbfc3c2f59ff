package io.facelibrary.aliyun;

import io.facelibrary.ErrorKind;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Error codes of the object storage for an upload. None of these errors changes a library.
 *
 * <p>Sources, all in the vendor's help on OSS:
 *
 * <ul>
 *   <li>codes with status 403: "how to troubleshoot 403 status code when you access OSS"
 *   <li>status 5xx and the limits on rates: "http-status-code-503"
 *   <li>status 400 and 404: "PutObject"
 * </ul>
 *
 * <p>Storage that is compatible with Amazon's S3 sends {@code SlowDown}.
 */
enum OssCode {
  TOKEN_EXPIRED(
      "SecurityTokenExpired",
      ErrorKind.UNAUTHENTICATED,
      "reports that the upload grant has expired"),
  TOKEN_INVALID(
      "InvalidSecurityToken", ErrorKind.UNAUTHENTICATED, "does not know the security token"),
  TOKEN_OF_OTHER_KEY(
      "AccessKeyIdAndSecurityTokenNotMatch",
      ErrorKind.UNAUTHENTICATED,
      "reports that key and token do not match"),
  KEY_UNKNOWN("InvalidAccessKeyId", ErrorKind.UNAUTHENTICATED, "does not know the access key"),
  SIGNATURE_WRONG(
      "SignatureDoesNotMatch",
      ErrorKind.UNAUTHENTICATED,
      "reports that the signature does not match"),
  CLOCK_WRONG(
      "RequestTimeTooSkewed",
      ErrorKind.UNAUTHENTICATED,
      "reports that the clock of this machine is more than 15 minutes off"),
  DENIED("AccessDenied", ErrorKind.PERMISSION_DENIED, "does not allow the upload"),
  IN_DEBT("InDebt", ErrorKind.PERMISSION_DENIED, "reports that the account has an overdue payment"),
  BUCKET_DISABLED(
      "BucketDisable", ErrorKind.PERMISSION_DENIED, "reports that the bucket is disabled"),
  USER_DISABLED("UserDisable", ErrorKind.PERMISSION_DENIED, "reports that the account is disabled"),
  NO_BUCKET("NoSuchBucket", ErrorKind.INTERNAL, "does not have the bucket that the service named"),
  CHANGED_ON_THE_WAY(
      "InvalidDigest", ErrorKind.UNAVAILABLE, "received bytes that differ from those sent"),
  CUT_ON_THE_WAY("RequestTimeout", ErrorKind.UNAVAILABLE, "did not receive all bytes in time"),
  TOTAL_QPS("TotalQpsLimitExceeded", ErrorKind.THROTTLED, "temporarily refuses calls"),
  TRAFFIC(
      "UploadTrafficRateLimitExceeded", ErrorKind.THROTTLED, "temporarily refuses this many bytes"),
  PARALLEL("ActiveRequestLimitExceeded", ErrorKind.THROTTLED, "refuses this many parallel calls"),
  SLOW_DOWN("SlowDown", ErrorKind.THROTTLED, "temporarily refuses calls"),
  FAILED("InternalError", ErrorKind.UNAVAILABLE, "failed"),
  BUSY("ServiceUnavailable", ErrorKind.UNAVAILABLE, "is unavailable");

  private static final Map<String, OssCode> BY_TEXT =
      Stream.of(values()).collect(Collectors.toMap(it -> it.text, Function.identity()));

  private final String text;
  private final ErrorKind kind;
  private final String predicate;

  OssCode(String text, ErrorKind kind, String predicate) {
    this.text = text;
    this.kind = kind;
    this.predicate = predicate;
  }

  static Optional<OssCode> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /** Returns the kind of an error whose code is none of these. */
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

  /** Returns a predicate, to follow the subject "the storage". */
  String predicate() {
    return predicate;
  }

  boolean isGrantExpired() {
    return this == TOKEN_EXPIRED;
  }
}
