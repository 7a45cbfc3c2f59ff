package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Reads and writes a {@link FaultInjection} as the fields of a JSON object. */
final class FaultInjectionJson {
  private static final int MAX_LATENCY_MILLIS = 3_600_000;

  private FaultInjectionJson() {}

  /**
   * Reads all settings; absent fields are off.
   *
   * @throws InvalidRequestException if a field is wrong
   */
  static FaultInjection read(JsonFields fields) {
    FaultInjection.Builder builder = FaultInjection.builder();
    JsonFields rates = fields.object("callsPerSecond");
    for (Operation operation : Operation.values()) {
      int rate = rates.integer(operation.toString(), 0, 1, Integer.MAX_VALUE);
      if (rate > 0) {
        builder.callsPerSecond(operation, rate);
      }
    }
    fields
        .optionalText("throttling")
        .ifPresent(
            word -> builder.throttling(word(FaultInjection.Throttling.class, word, "throttling")));
    builder.latency(Duration.ofMillis(fields.integer("latencyMillis", 0, 0, MAX_LATENCY_MILLIS)));
    if (fields.isOn("readOnly")) {
      builder.readOnly();
    }
    List<String> faults = fields.optionalTexts("faults").orElse(List.of());
    return builder
        .faults(
            number(fields, "faultShare"),
            fields.integer("faultSeed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
            faults.stream()
                .map(word -> word(FaultInjection.Fault.class, word, "faults"))
                .toArray(FaultInjection.Fault[]::new))
        .build();
  }

  /**
   * Reads the field {@code fault}.
   *
   * @throws InvalidRequestException if it is absent or unknown
   */
  static FaultInjection.Fault readFault(JsonFields fields) {
    return word(FaultInjection.Fault.class, fields.text("fault"), "fault");
  }

  private static double number(JsonFields fields, String name) {
    try {
      return fields.optionalText(name).map(BigDecimal::new).orElse(BigDecimal.ZERO).doubleValue();
    } catch (NumberFormatException e) {
      throw fields.wrong(name, "must be a number");
    }
  }

  private static <T extends Enum<T>> T word(Class<T> type, String word, String field) {
    return Words.parse(type, word)
        .orElseThrow(() -> InvalidRequestException.of(field, "must be one of " + Words.all(type)));
  }

  static void write(JsonGenerator json, FaultInjection faults) throws IOException {
    json.writeObjectFieldStart("callsPerSecond");
    for (var rate : faults.callsPerSecond().entrySet()) {
      json.writeNumberField(rate.getKey().toString(), rate.getValue());
    }
    json.writeEndObject();
    json.writeStringField("throttling", Words.of(faults.throttling()));
    json.writeNumberField("latencyMillis", faults.latency().toMillis());
    json.writeBooleanField("readOnly", faults.readOnly());
    json.writeNumberField("faultShare", faults.faultShare());
    json.writeNumberField("faultSeed", faults.faultSeed());
    json.writeArrayFieldStart("faults");
    for (FaultInjection.Fault fault : faults.faults()) {
      json.writeString(Words.of(fault));
    }
    json.writeEndArray();
  }
}
