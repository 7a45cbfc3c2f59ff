package io.facelibrary.green;

import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param status the HTTP status
 * @param type the media type; empty if there is no body
 * @param headers further headers
 * @param body nobody changes it
 * @param code the protocol's own code, for metrics and the log: a number of the service or a word
 *     of the gateway
 */
@SuppressWarnings("ArrayRecordComponent") // A body is made for one reply, and nobody changes it.
record Reply(int status, String type, Map<String, String> headers, byte[] body, String code) {

  static Reply json(int status, byte[] body, String code) {
    return new Reply(status, Envelope.JSON, Map.of(), body, code);
  }
}
