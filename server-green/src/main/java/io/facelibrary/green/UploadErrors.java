package io.facelibrary.green;

import io.facelibrary.green.internal.auth.GatewayError;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The errors of the object store for authenticated requests, and their XML format. Source:
 * help.aliyun.com document 32005, "OSS error codes". {@link #FULL} and the limit of {@link
 * #tooLarge} are our own.
 */
final class UploadErrors {
  static final GatewayError METHOD =
      new GatewayError(
          405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  static final GatewayError NO_BUCKET =
      new GatewayError(404, "NoSuchBucket", "The specified bucket does not exist.");
  static final GatewayError BAD_KEY =
      new GatewayError(
          400, "InvalidObjectName", "The length of the object name must be from 1 to 1023 bytes.");
  static final GatewayError DENIED =
      new GatewayError(403, "AccessDenied", "You have no right to access this object.");
  static final GatewayError NOT_IMPLEMENTED =
      new GatewayError(
          501, "NotImplemented", "A query parameter that you provided is not implemented.");
  static final GatewayError FULL =
      new GatewayError(503, "ServiceUnavailable", "The store is full. Try again later.");

  private UploadErrors() {}

  static GatewayError tooLarge(int maxBytes) {
    return new GatewayError(
        400, "EntityTooLarge", "The object must have at most " + maxBytes + " bytes.");
  }

  static HttpReply reply(GatewayError error, String requestId) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + escaped(error.code())
            + "</Code><Message>"
            + escaped(error.message())
            + "</Message><RequestId>"
            + requestId
            + "</RequestId></Error>";
    return HttpReply.of(
            error.status(), "application/xml", body.getBytes(StandardCharsets.UTF_8), error.code())
        .withHeaders(Map.of("x-oss-request-id", requestId));
  }

  /** Escapes a message. It may repeat the request, and so contain characters that XML forbids. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isInXml(c) ? c : '?');
              }
            });
    return escaped.toString();
  }

  private static boolean isInXml(int c) {
    return c == '\n'
        || c == '\r'
        || c == '\t'
        || (c >= ' ' && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF);
  }
}
