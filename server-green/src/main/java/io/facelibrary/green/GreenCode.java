package io.facelibrary.green;

/**
 * The codes that this server answers with, in {@code code} and again in {@code data.code}.
 *
 * <p>Source: help.aliyun.com document 53414, "Returned results".
 */
final class GreenCode {
  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int NOT_ALLOWED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int DOWNLOAD_FAILED = 480;
  static final int GENERAL_ERROR = 500;
  static final int SERVICE_UNAVAILABLE = 503;
  static final int TIMEOUT = 581;
  static final int EXCEED_QUOTA = 588;
  static final int TOO_LARGE = 589;
  static final int BAD_FORMAT = 590;
  static final int DOWNLOAD_TIMEOUT = 592;
  static final int PERMISSION_DENY = 596;

  private GreenCode() {}
}
