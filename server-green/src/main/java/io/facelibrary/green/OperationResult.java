package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What an operation answers. Either way the HTTP status is 200. */
sealed interface OperationResult permits OperationResult.Done, OperationResult.Failed {

  /**
   * The operation was done.
   *
   * @param data writes the value of {@code data}
   */
  record Done(Data data) implements OperationResult {}

  /**
   * The operation was not done.
   *
   * @param code one of {@link GreenCode}
   * @param message the value of {@code msg}
   */
  record Failed(int code, String message) implements OperationResult {}

  /** Writes one JSON value. */
  @FunctionalInterface
  interface Data {
    /** Writes the value, and nothing beside it. */
    void write(JsonGenerator json) throws IOException;
  }

  /** Returns an answer whose {@code data} is an object with {@code code} 200 and more fields. */
  static OperationResult object(Data fields) {
    return new Done(
        json -> {
          json.writeStartObject();
          json.writeNumberField("code", GreenCode.OK);
          fields.write(json);
          json.writeEndObject();
        });
  }
}
