package io.facelibrary.aliyun.support;

import java.nio.charset.StandardCharsets;

/** HTTP responses as text. */
public final class RawResponse {
  public static final String NO_FACES =
      json(200, "{\"code\":200,\"data\":{\"code\":200,\"faceImageItems\":[]}}");
  public static final String ONE_FACE_ADDED =
      json(
          200,
          "{\"code\":200,\"data\":{\"code\":200,"
              + "\"faceImageItems\":[{\"success\":true,\"faceId\":1}]}}");
  public static final String GROUPS =
      json(200, "{\"code\":200,\"data\":{\"code\":200,\"groupIds\":[\"staff\"]}}");

  private RawResponse() {}

  public static String json(int status, String body) {
    return of(status, "Content-Type: application/json\r\n", body);
  }

  public static String html(int status) {
    return of(status, "Content-Type: text/html\r\n", "<html><h1>Oops</h1></html>");
  }

  /** Returns a response; each header includes its line end. */
  public static String of(int status, String headers, String body) {
    return head(status, headers, body.getBytes(StandardCharsets.UTF_8).length) + body;
  }

  static String head(int status, String headers, int length) {
    return "HTTP/1.1 "
        + status
        + " Reason\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }
}
