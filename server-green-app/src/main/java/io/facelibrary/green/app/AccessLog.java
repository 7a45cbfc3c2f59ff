package io.facelibrary.green.app;

import io.facelibrary.green.RequestEvent;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * One line of JSON for each request. It holds no id, no address and no key, because {@link
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
    // Every text here is a word of ours or of the protocol, so nothing needs escaping.
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
