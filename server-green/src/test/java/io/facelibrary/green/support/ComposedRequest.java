package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request that a test composes header by header and then signs like a client. */
public final class ComposedRequest {
  public static final String KEY_ID = "LTAI5tExample";
  public static final String SECRET = "the-secret-of-the-example";
  public static final String DATE = "Tue, 24 Nov 2026 12:00:00 GMT";
  public static final String NOW = "2026-11-24T12:00:00Z";

  private final String method;
  private final String path;
  private final TreeMap<String, String> headers = new TreeMap<>();
  private String query = "";
  private byte[] body = new byte[0];

  private ComposedRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public static ComposedRequest post(String path) {
    return new ComposedRequest("POST", path);
  }

  public static ComposedRequest put(String path) {
    return new ComposedRequest("PUT", path);
  }

  public ComposedRequest with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public ComposedRequest without(String header) {
    headers.remove(header);
    return this;
  }

  public ComposedRequest query(String asSent) {
    query = asSent;
    return this;
  }

  public ComposedRequest body(String text) {
    body = text.getBytes(UTF_8);
    return this;
  }

  public ComposedRequest md5() {
    return with("content-md5", ClientCrypto.md5(body));
  }

  public byte[] body() {
    return body.clone();
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public Map<String, String> headersFrom(String prefix) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  /** Signs like the clients of the API, over a resource in the form of one client. */
  public ComposedRequest signedAcs(String secret, String resource) {
    String text =
        String.join(
                "\n",
                method,
                header("accept"),
                header("content-md5"),
                header("content-type"),
                header("date"))
            + "\n";
    for (Map.Entry<String, String> header : headersFrom("x-acs-").entrySet()) {
      text += header.getKey() + ":" + header.getValue() + "\n";
    }
    return with(
        "authorization", "acs " + KEY_ID + ":" + ClientCrypto.hmacSha1(secret, text + resource));
  }

  /** Returns the request as bytes to send. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + path);
    head.append(query.isEmpty() ? "" : "?" + query).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("content-length: ").append(body.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(UTF_8);
    byte[] whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  public ReceivedRequest received() {
    Map<String, List<String>> all =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    return new ReceivedRequest(method, path, query, all, body);
  }
}
