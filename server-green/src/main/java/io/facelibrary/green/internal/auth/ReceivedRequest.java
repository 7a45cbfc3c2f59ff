package io.facelibrary.green.internal.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was received, before any check.
 *
 * @param method the method as sent; methods are case-sensitive
 * @param path the path as sent, still percent-encoded
 * @param rawQuery the query as sent, without the question mark; empty if there is none
 * @param headers the values of each header in order of arrival, by name in lower case
 * @param body the body; not copied, and must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // Bodies are up to 20 MB; a copy of each costs too much.
public record ReceivedRequest(
    String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

  /** Returns the value of a header; repeated values are joined by commas, as HTTP defines. */
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName)).map(ReceivedRequest::joined);
  }

  static String joined(List<String> values) {
    return values.size() == 1 ? values.get(0) : String.join(",", values);
  }

  /** Shows the names of the headers and the size of the body, but no value and no query. */
  @Override
  public String toString() {
    return "ReceivedRequest[%s %s, headers %s, %d bytes]"
        .formatted(method, path, headers.keySet(), body.length);
  }
}
