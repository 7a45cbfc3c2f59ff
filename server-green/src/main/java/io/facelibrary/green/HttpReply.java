package io.facelibrary.green;

import java.util.Map;

/**
 * An HTTP response to send.
 *
 * @param status the HTTP status
 * @param type the media type; empty if there is no body
 * @param headers further headers
 * @param body the body; must not be modified
 * @param code the code of the protocol: a number of the service or a word of the gateway
 * @param operation the name of the operation, such as {@code AddFaces}; empty if none was called
 * @param delivery when to send the response, and how much of it
 */
@SuppressWarnings("ArrayRecordComponent") // Each body belongs to one reply and is not modified.
record HttpReply(
    int status,
    String type,
    Map<String, String> headers,
    byte[] body,
    String code,
    String operation,
    DeliveryPlan delivery) {

  static HttpReply of(int status, String type, byte[] body, String code) {
    return new HttpReply(status, type, Map.of(), body, code, "", DeliveryPlan.IMMEDIATE);
  }

  static HttpReply json(int status, byte[] body, String code) {
    return of(status, Envelope.JSON, body, code);
  }

  static HttpReply of(OperationResult result, String requestId) {
    int code = result instanceof OperationResult.Failed failed ? failed.code() : GreenCode.OK;
    return json(200, Envelope.of(result, requestId), Integer.toString(code));
  }

  HttpReply withHeaders(Map<String, String> headers) {
    return new HttpReply(status, type, headers, body, code, operation, delivery);
  }

  HttpReply withOperation(String operation) {
    return new HttpReply(status, type, headers, body, code, operation, delivery);
  }

  HttpReply withDelivery(DeliveryPlan delivery) {
    return new HttpReply(status, type, headers, body, code, operation, delivery);
  }
}
