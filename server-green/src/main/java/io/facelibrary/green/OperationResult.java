package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The result of an operation. The HTTP status is 200 in both cases. */
sealed interface OperationResult permits OperationResult.Done, OperationResult.Failed {

  /**
   * The operation succeeded.
   *
   * @param data writes the value of {@code data}
   */
  record Done(JsonValue data) implements OperationResult {}

  /**
   * The operation failed.
   *
   * @param code one of {@link GreenCode}
   * @param message the value of {@code msg}
   */
  record Failed(int code, String message) implements OperationResult {}

  /** Writes one JSON value. */
  @FunctionalInterface
  interface JsonValue {
    /** Writes the value and nothing else. */
    void write(JsonGenerator json) throws IOException;
  }

  /** Returns a success whose {@code data} is an object with {@code code} 200 and more fields. */
  static OperationResult object(JsonValue fields) {
    return new Done(
        json -> {
          json.writeStartObject();
          json.writeNumberField("code", GreenCode.OK);
          fields.write(json);
          json.writeEndObject();
        });
  }
}
