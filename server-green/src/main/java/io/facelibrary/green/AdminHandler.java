package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Shows and changes the injected faults and the clock of a running server, for requests with the
 * admin token: {@code GET} and {@code POST /admin/faults}, {@code POST /admin/fail-next}, {@code
 * GET} and {@code POST /admin/clock}.
 */
final class AdminHandler {
  static final String PREFIX = "/admin/";

  private final Secret token;
  private final FaultInjector injector;
  private final Optional<MutableClock> clock;

  /**
   * @param clock the clock of the server; empty if it cannot be changed
   */
  AdminHandler(Secret token, FaultInjector injector, Optional<MutableClock> clock) {
    this.token = token;
    this.injector = injector;
    this.clock = clock;
  }

  HttpReply handle(ReceivedRequest request) {
    String authorization = request.header("authorization").orElse("");
    if (!Secret.of(authorization).equals(Secret.of("Bearer " + token.reveal()))) {
      return error(401, "the token is missing or wrong");
    }
    try {
      return switch (request.method() + " " + request.path()) {
        case "GET /admin/faults" -> faults();
        case "POST /admin/faults" -> {
          injector.configure(FaultInjectionJson.read(GreenJson.read(request.body())));
          yield faults();
        }
        case "POST /admin/fail-next" -> {
          injector.failNext(FaultInjectionJson.readFault(GreenJson.read(request.body())));
          yield faults();
        }
        case "GET /admin/clock" -> clock.map(AdminHandler::time).orElseGet(AdminHandler::noClock);
        case "POST /admin/clock" -> {
          JsonFields fields = GreenJson.read(request.body());
          yield clock.map(it -> setClock(it, fields)).orElseGet(AdminHandler::noClock);
        }
        default -> error(404, "there is no such page");
      };
    } catch (InvalidRequestException e) {
      return error(400, e.reason());
    }
  }

  private HttpReply faults() {
    return object(200, json -> FaultInjectionJson.write(json, injector.faults()));
  }

  private static HttpReply setClock(MutableClock clock, JsonFields fields) {
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
    return object(200, json -> json.writeStringField("now", clock.instant().toString()));
  }

  private static HttpReply noClock() {
    return error(409, "the clock of this server cannot be changed");
  }

  private static HttpReply error(int status, String message) {
    return object(status, json -> json.writeStringField("error", message));
  }

  private static HttpReply object(int status, OperationResult.JsonValue fields) {
    byte[] body =
        Envelope.write(
            json -> {
              json.writeStartObject();
              fields.write(json);
              json.writeEndObject();
            });
    return HttpReply.json(status, body, Integer.toString(status));
  }
}
