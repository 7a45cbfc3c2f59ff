package io.facelibrary.green;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire, before anything is believed of it.
 *
 * @param method as sent; methods are case-sensitive
 * @param path as sent, percent-encoding and all
 * @param rawQuery as sent, without the question mark; empty if there is none
 * @param headers by name in lower case, each with its values in the order of arrival
 * @param body the bytes; not copied, nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures of 20 MB pass here; a copy each would be felt.
record ReceivedRequest(
    String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

  /** The value of a header; those of one sent several times are joined as HTTP joins them. */
  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName)).map(ReceivedRequest::joined);
  }

  static String joined(List<String> values) {
    return values.size() == 1 ? values.get(0) : String.join(",", values);
  }

  /** Names the headers and counts the body, and shows no value of either, nor the query. */
  @Override
  public String toString() {
    return "ReceivedRequest[%s %s, headers %s, %d bytes]"
        .formatted(method, path, headers.keySet(), body.length);
  }
}
