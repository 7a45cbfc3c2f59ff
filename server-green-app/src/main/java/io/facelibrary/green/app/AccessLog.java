package io.facelibrary.green.app;

import io.facelibrary.green.ServedRequest;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * One line of JSON for each request. It holds no id, no address and no key, because {@link
 * ServedRequest} has none.
 */
final class AccessLog implements Consumer<ServedRequest> {
  private final Clock clock;
  private final Consumer<String> lines;

  AccessLog(Clock clock, Consumer<String> lines) {
    this.clock = clock;
    this.lines = lines;
  }

  @Override
  public void accept(ServedRequest request) {
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
