package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.green.internal.auth.GatewayError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes response bodies. Those of the service have lower-case names (help.aliyun.com document
 * 53414). Those of the gateway have capitalized names (document 53413 and the error center).
 */
final class Envelope {
  /** The media type of every JSON body. */
  static final String JSON = "application/json;charset=UTF-8";

  private static final String TROUBLESHOOT = "https://api.aliyun.com/troubleshoot?product=Green&q=";
  private static final int TYPICAL_SIZE = 512;
  private static final JsonFactory FACTORY = new JsonFactory();

  private Envelope() {}

  static byte[] of(OperationResult result, String requestId) {
    return write(
        json -> {
          json.writeStartObject();
          if (result instanceof OperationResult.Done done) {
            json.writeNumberField("code", GreenCode.OK);
            json.writeStringField("msg", "OK");
            json.writeStringField("requestId", requestId);
            json.writeFieldName("data");
            done.data().write(json);
          } else if (result instanceof OperationResult.Failed failed) {
            json.writeNumberField("code", failed.code());
            json.writeStringField("msg", failed.message());
            json.writeStringField("requestId", requestId);
          }
          json.writeEndObject();
        });
  }

  /**
   * Writes an error of the gateway.
   *
   * @param host the value of {@code HostId}
   */
  static byte[] of(GatewayError error, String requestId, String host) {
    return write(
        json -> {
          json.writeStartObject();
          json.writeStringField("RequestId", requestId);
          json.writeStringField("HostId", host);
          json.writeStringField("Code", error.code());
          json.writeStringField("Message", error.message());
          json.writeStringField(
              "Recommend", TROUBLESHOOT + error.code() + "&requestId=" + requestId);
          json.writeEndObject();
        });
  }

  static byte[] write(OperationResult.JsonValue value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_SIZE);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      value.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
