package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the service answered, its envelope of two levels unfolded: a status for the call and one for
 * the operation, of which both must be 200.
 *
 * <p>Source: help.aliyun.com document 53414. Read tolerantly, since its pages differ among
 * themselves: {@code msg} is missing in the sample of GetFaces, a status may be text, and one table
 * spells the fields with capital letters.
 *
 * @param code the status that counts: that of the call, or that of the operation where the call's
 *     is 200
 * @param message the service's text, empty if it sent none
 * @param requestId the service's id of the call
 * @param data the result; a missing node if there is none
 */
record GreenResponse(int code, String message, Optional<String> requestId, JsonNode data) {
  static final int OK = 200;

  /** Unfolds a body, or answers empty if it holds no numeric status. */
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
    // The call's own text is "OK" when it is the operation that failed.
    return inner.isEmpty() ? outer : inner;
  }

  /** Returns the answer for one task of the list that the data is. */
  GreenResponse ofTask(JsonNode task) {
    int status = Json.integer(task.path("code")).orElse(OK);
    return new GreenResponse(
        status, Json.either(task, "msg", "message").asText(""), requestId, task);
  }

  boolean isOk() {
    return code == OK;
  }
}
