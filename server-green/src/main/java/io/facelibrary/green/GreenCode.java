package io.facelibrary.green;

/**
 * The codes in responses of this server, in {@code code} and again in {@code data.code}.
 *
 * <p>Source: help.aliyun.com document 53414, "Returned results". The client in provider-aliyun has
 * its own list. Client and server deliberately share no code: an error on one side must not be
 * repeated on the other.
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
