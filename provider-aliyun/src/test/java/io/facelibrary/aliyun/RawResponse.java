package io.facelibrary.aliyun;

import java.nio.charset.StandardCharsets;

/** Answers of HTTP, written out. */
final class RawResponse {
  static final String NO_FACES =
      json(200, "{\"code\":200,\"data\":{\"code\":200,\"faceImageItems\":[]}}");
  static final String GROUPS =
      json(200, "{\"code\":200,\"data\":{\"code\":200,\"groupIds\":[\"staff\"]}}");

  private RawResponse() {}

  static String json(int status, String body) {
    return of(status, "Content-Type: application/json\r\n", body);
  }

  static String html(int status) {
    return of(status, "Content-Type: text/html\r\n", "<html><h1>Oops</h1></html>");
  }

  /** Returns an answer; each header ends its line. */
  static String of(int status, String headers, String body) {
    return head(status, headers, body.getBytes(StandardCharsets.UTF_8).length) + body;
  }

  static String head(int status, String headers, int length) {
    return "HTTP/1.1 " + status + " Said\r\n" + headers + "Content-Length: " + length + "\r\n\r\n";
  }
}
