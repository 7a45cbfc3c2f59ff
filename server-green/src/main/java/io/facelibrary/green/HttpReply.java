package io.facelibrary.green;

import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param status the HTTP status
 * @param type the media type; empty if there is no body
 * @param headers further headers
 * @param body nobody changes it
 * @param code the protocol's own code: a number of the service or a word of the gateway
 * @param operation what was asked, such as {@code AddFaces}; empty where nothing served was
 * @param delivery how it goes out
 */
@SuppressWarnings("ArrayRecordComponent") // A body is made for one reply, and nobody changes it.
record HttpReply(
    int status,
    String type,
    Map<String, String> headers,
    byte[] body,
    String code,
    String operation,
    DeliveryPlan delivery) {

  static HttpReply of(int status, String type, byte[] body, String code) {
    return new HttpReply(status, type, Map.of(), body, code, "", DeliveryPlan.PROMPT);
  }

  static HttpReply json(int status, byte[] body, String code) {
    return of(status, Envelope.JSON, body, code);
  }

  HttpReply withHeaders(Map<String, String> headers) {
    return new HttpReply(status, type, headers, body, code, operation, delivery);
  }

  HttpReply to(String operation) {
    return new HttpReply(status, type, headers, body, code, operation, delivery);
  }

  HttpReply delivered(DeliveryPlan delivery) {
    return new HttpReply(status, type, headers, body, code, operation, delivery);
  }
}
