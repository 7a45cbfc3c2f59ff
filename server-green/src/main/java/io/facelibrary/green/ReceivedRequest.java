package io.facelibrary.green;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, for whoever checks its signature.
 *
 * @param method as sent
 * @param path as sent, not decoded
 * @param rawQuery what follows the question mark, not decoded; empty if there is none
 * @param headers values by lower-case name, in the order received
 * @param body the whole body; nobody changes it
 */
record ReceivedRequest(
    String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

  /** Returns the first value of a header, by its lower-case name. */
  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Shows no header and no body: they hold signatures and pictures. */
  @Override
  public String toString() {
    return "ReceivedRequest[" + method + " " + path + "]";
  }
}
