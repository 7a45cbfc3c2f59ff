package io.facelibrary.green;

import java.time.Clock;
import java.util.function.Consumer;

/**
 * Writes one line of JSON for each request. A line holds no id, no URL and no key, because {@link
 * RequestEvent} has none.
 */
final class AccessLog implements Consumer<RequestEvent> {
  private final Clock clock;
  private final Consumer<String> lines;

  AccessLog(Clock clock, Consumer<String> lines) {
    this.clock = clock;
    this.lines = lines;
  }

  @Override
  public void accept(RequestEvent request) {
    // Operation and code are words of this server or of the protocol, so nothing needs escaping.
    lines.accept(
        "{\"time\":\"%s\",\"operation\":\"%s\",\"status\":%d,\"code\":\"%s\",\"micros\":%d,\"received\":%d,\"sent\":%d}"
            .formatted(
                clock.instant(),
                request.operation(),
                request.status(),
                request.code(),
                request.time().toNanos() / 1000,
                request.received(),
                request.sent()));
  }
}
