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
final class AdminDesk {
  static final String PREFIX = "/admin/";

  private static final int MOST_MILLIS = 3_600_000;

  private final Secret token;
  private final Emulator emulator;
  private final Optional<MovableClock> clock;

  /**
   * @param clock that of the server, if it can be moved
   */
  AdminDesk(Secret token, Emulator emulator, Optional<MovableClock> clock) {
    this.token = token;
    this.emulator = emulator;
    this.clock = clock;
  }

  Reply reply(ReceivedRequest request) {
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
        case "GET /admin/clock" -> clock.map(AdminDesk::time).orElseGet(AdminDesk::noClock);
        case "POST /admin/clock" -> {
          Fields fields = GreenJson.read(request.body());
          yield clock.map(it -> moved(it, fields)).orElseGet(AdminDesk::noClock);
        }
        default -> answer(404, json -> json.writeStringField("error", "there is no such page"));
      };
    } catch (InvalidRequestException e) {
      return answer(400, json -> json.writeStringField("error", e.field() + " is wrong"));
    }
  }

  private Reply shown() {
    return answer(200, json -> write(json, emulator.emulation()));
  }

  private static Reply moved(MovableClock clock, Fields fields) {
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

  private static Reply time(MovableClock clock) {
    return answer(200, json -> json.writeStringField("now", clock.instant().toString()));
  }

  private static Reply noClock() {
    return answer(409, json -> json.writeStringField("error", "the clock is not one to move"));
  }

  private static Emulation read(Fields fields) {
    Emulation.Builder builder = Emulation.builder();
    for (Operation operation : Operation.values()) {
      Fields rates = fields.object("callsPerSecond");
      int rate = rates.integer(operation.toString(), 0, 1, Integer.MAX_VALUE);
      if (rate > 0) {
        builder.callsPerSecond(operation, rate);
      }
    }
    fields
        .optionalText("throttling")
        .ifPresent(
            word -> builder.throttling(word(Emulation.Throttling.class, word, "throttling")));
    builder.latency(Duration.ofMillis(fields.integer("latencyMillis", 0, 0, MOST_MILLIS)));
    if (fields.isOn("readOnly")) {
      builder.readOnly();
    }
    List<String> faults = fields.optionalTexts("faults").orElse(List.of());
    return builder
        .faults(
            number(fields, "faultShare"),
            fields.integer("faultSeed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
            faults.stream().map(word -> fault(word, "faults")).toArray(Emulation.Fault[]::new))
        .build();
  }

  private static double number(Fields fields, String name) {
    try {
      return fields.optionalText(name).map(BigDecimal::new).orElse(BigDecimal.ZERO).doubleValue();
    } catch (NumberFormatException e) {
      throw fields.wrong(name, "must be a number");
    }
  }

  private static Emulation.Fault fault(String word, String field) {
    return word(Emulation.Fault.class, word, field);
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

  private static void write(JsonGenerator json, Emulation emulation) throws IOException {
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
    for (Emulation.Fault fault : emulation.faults()) {
      json.writeString(spelled(fault));
    }
    json.writeEndArray();
  }

  private static Reply answer(int status, Answer.Data fields) {
    byte[] body =
        Envelope.written(
            json -> {
              json.writeStartObject();
              fields.write(json);
              json.writeEndObject();
            });
    return Reply.json(status, body, Integer.toString(status));
  }
}
