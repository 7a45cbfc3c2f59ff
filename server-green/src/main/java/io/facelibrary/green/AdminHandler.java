package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import io.facelibrary.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows and changes the emulation while the server runs, for who has the token: {@code GET} and
 * {@code POST /admin/emulation}, {@code POST /admin/fail-next}, {@code GET} and {@code POST
 * /admin/clock}.
 */
final class AdminHandler {
  static final String PREFIX = "/admin/";

  private static final int MOST_MILLIS = 3_600_000;

  private final Secret token;
  private final FaultInjector emulator;
  private final Optional<MutableClock> clock;

  /**
   * @param clock that of the server, if it can be moved
   */
  AdminHandler(Secret token, FaultInjector emulator, Optional<MutableClock> clock) {
    this.token = token;
    this.emulator = emulator;
    this.clock = clock;
  }

  HttpReply reply(ReceivedRequest request) {
    String said = request.header("authorization").orElse("");
    if (!Secret.of(said).equals(Secret.of("Bearer " + token.reveal()))) {
      return answer(401, json -> json.writeStringField("error", "the token is missing or wrong"));
    }
    try {
      return switch (request.method() + " " + request.path()) {
        case "GET /admin/emulation" -> shown();
        case "POST /admin/emulation" -> {
          emulator.emulate(read(GreenJson.read(request.body())));
          yield shown();
        }
        case "POST /admin/fail-next" -> {
          emulator.failNext(fault(GreenJson.read(request.body()).text("fault"), "fault"));
          yield shown();
        }
        case "GET /admin/clock" -> clock.map(AdminHandler::time).orElseGet(AdminHandler::noClock);
        case "POST /admin/clock" -> {
          JsonFields fields = GreenJson.read(request.body());
          yield clock.map(it -> moved(it, fields)).orElseGet(AdminHandler::noClock);
        }
        default -> answer(404, json -> json.writeStringField("error", "there is no such page"));
      };
    } catch (InvalidRequestException e) {
      return answer(400, json -> json.writeStringField("error", e.field() + " is wrong"));
    }
  }

  private HttpReply shown() {
    return answer(200, json -> write(json, emulator.emulation()));
  }

  private static HttpReply moved(MutableClock clock, JsonFields fields) {
    fields.optionalText("now").ifPresent(text -> clock.set(instant(text)));
    int seconds = fields.integer("moveSeconds", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    clock.move(Duration.ofSeconds(seconds));
    return time(clock);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw InvalidRequestException.of("now", "must look like 2026-11-24T12:00:00Z");
    }
  }

  private static HttpReply time(MutableClock clock) {
    return answer(200, json -> json.writeStringField("now", clock.instant().toString()));
  }

  private static HttpReply noClock() {
    return answer(409, json -> json.writeStringField("error", "the clock is not one to move"));
  }

  private static FaultInjection read(JsonFields fields) {
    FaultInjection.Builder builder = FaultInjection.builder();
    for (Operation operation : Operation.values()) {
      JsonFields rates = fields.object("callsPerSecond");
      int rate = rates.integer(operation.toString(), 0, 1, Integer.MAX_VALUE);
      if (rate > 0) {
        builder.callsPerSecond(operation, rate);
      }
    }
    fields
        .optionalText("throttling")
        .ifPresent(
            word -> builder.throttling(word(FaultInjection.Throttling.class, word, "throttling")));
    builder.latency(Duration.ofMillis(fields.integer("latencyMillis", 0, 0, MOST_MILLIS)));
    if (fields.isOn("readOnly")) {
      builder.readOnly();
    }
    List<String> faults = fields.optionalTexts("faults").orElse(List.of());
    return builder
        .faults(
            number(fields, "faultShare"),
            fields.integer("faultSeed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
            faults.stream().map(word -> fault(word, "faults")).toArray(FaultInjection.Fault[]::new))
        .build();
  }

  private static double number(JsonFields fields, String name) {
    try {
      return fields.optionalText(name).map(BigDecimal::new).orElse(BigDecimal.ZERO).doubleValue();
    } catch (NumberFormatException e) {
      throw fields.wrong(name, "must be a number");
    }
  }

  private static FaultInjection.Fault fault(String word, String field) {
    return word(FaultInjection.Fault.class, word, field);
  }

  private static <T extends Enum<T>> T word(Class<T> type, String word, String field) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> spelled(it).equals(word))
        .findFirst()
        .orElseThrow(() -> InvalidRequestException.of(field, "must be a word that is known"));
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void write(JsonGenerator json, FaultInjection emulation) throws IOException {
    json.writeObjectFieldStart("callsPerSecond");
    for (var rate : emulation.callsPerSecond().entrySet()) {
      json.writeNumberField(rate.getKey().toString(), rate.getValue());
    }
    json.writeEndObject();
    json.writeStringField("throttling", spelled(emulation.throttling()));
    json.writeNumberField("latencyMillis", emulation.latency().toMillis());
    json.writeBooleanField("readOnly", emulation.readOnly());
    json.writeNumberField("faultShare", emulation.faultShare());
    json.writeNumberField("faultSeed", emulation.faultSeed());
    json.writeArrayFieldStart("faults");
    for (FaultInjection.Fault fault : emulation.faults()) {
      json.writeString(spelled(fault));
    }
    json.writeEndArray();
  }

  private static HttpReply answer(int status, OperationResult.Data fields) {
    byte[] body =
        Envelope.written(
            json -> {
              json.writeStartObject();
              fields.write(json);
              json.writeEndObject();
            });
    return HttpReply.json(status, body, Integer.toString(status));
  }
}
