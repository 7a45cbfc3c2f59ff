package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Response of the service. Its envelope has two levels, a status of the call and a status of the
 * operation; both must be 200.
 *
 * <p>Source: help.aliyun.com document 53414. The vendor's pages contradict each other, so reading
 * is tolerant. The sample of GetFaces omits {@code msg}, a status may be text, and one table spells
 * the fields with capital letters.
 *
 * @param code the status of the call, or the status of the operation if the call's is 200
 * @param message the service's message, empty if it sent none
 * @param requestId the service's id of the call
 * @param data the result; a missing node if there is none
 */
record GreenResponse(int code, String message, Optional<String> requestId, JsonNode data) {
  static final int OK = 200;

  /** Reads a body; returns empty if it has no numeric status. */
  static Optional<GreenResponse> of(JsonNode body) {
    OptionalInt outer = Json.integer(Json.either(body, "code", "Code"));
    if (outer.isEmpty()) {
      return Optional.empty();
    }
    JsonNode data = Json.either(body, "data", "Data");
    int code =
        outer.getAsInt() == OK ? Json.integer(data.path("code")).orElse(OK) : outer.getAsInt();
    return Optional.of(new GreenResponse(code, messageOf(body, data), Json.requestId(body), data));
  }

  private static String messageOf(JsonNode body, JsonNode data) {
    String inner = Json.either(data, "msg", "message").asText("");
    String outer = Json.either(body, "msg", "Msg").asText("");
    // If the operation failed, the text of the call is still "OK".
    return inner.isEmpty() ? outer : inner;
  }

  /** Returns the response of one task, where the data is a list of tasks. */
  GreenResponse ofTask(JsonNode task) {
    int status = Json.integer(task.path("code")).orElse(OK);
    return new GreenResponse(
        status, Json.either(task, "msg", "message").asText(""), requestId, task);
  }

  boolean isOk() {
    return code == OK;
  }
}
