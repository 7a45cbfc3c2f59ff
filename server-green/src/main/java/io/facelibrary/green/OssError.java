package io.facelibrary.green;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the object store refuses with. Source: help.aliyun.com document 32005, "OSS error codes".
 *
 * @param status the HTTP status
 * @param code a word such as {@code NoSuchBucket}
 * @param message for people
 */
record OssError(int status, String code, String message) {
  static final OssError NO_BUCKET =
      new OssError(404, "NoSuchBucket", "The specified bucket does not exist.");
  static final OssError BAD_KEY =
      new OssError(400, "InvalidObjectName", "The length of object name must be from 1 to 1023.");
  static final OssError DENIED =
      new OssError(403, "AccessDenied", "You have no right to access this object.");
  static final OssError BAD_DIGEST =
      new OssError(400, "InvalidDigest", "The Content-MD5 you specified is not valid.");
  static final OssError NOT_IMPLEMENTED =
      new OssError(
          501,
          "NotImplemented",
          "A header or query you provided implies functionality that is not" + " implemented.");
  static final OssError FULL =
      new OssError(503, "ServiceUnavailable", "No more objects can be kept at present.");

  static OssError tooLarge(int most) {
    return new OssError(400, "EntityTooLarge", "The object must have at most " + most + " bytes.");
  }

  Reply reply(String requestId) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + escaped(code)
            + "</Code><Message>"
            + escaped(message)
            + "</Message><RequestId>"
            + requestId
            + "</RequestId></Error>";
    return new Reply(
        status,
        "application/xml",
        Map.of("x-oss-request-id", requestId),
        body.getBytes(StandardCharsets.UTF_8),
        code);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
