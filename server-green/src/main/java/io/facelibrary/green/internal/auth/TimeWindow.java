package io.facelibrary.green.internal.auth;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The tolerance for the clocks of clients, and parsers for the time formats of clients. */
final class TimeWindow {
  /** Source: help.aliyun.com document 434846; the object store has the same tolerance. */
  static final Duration TOLERANCE = Duration.ofMinutes(15);

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  // Requests of the same second have equal dates, and parsing a date costs more than the HMAC.
  private static volatile Read last = new Read("Thu, 1 Jan 1970 00:00:00 GMT", Instant.EPOCH);

  private record Read(String text, Instant time) {}

  private final Clock clock;

  TimeWindow(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  boolean contains(Instant time) {
    return Duration.between(time, now()).abs().compareTo(TOLERANCE) <= 0;
  }

  /** Parses {@code Tue, 24 Nov 2026 12:00:00 GMT}, the format of {@code Date} in every client. */
  static Optional<Instant> rfc1123(String text) {
    Read known = last;
    if (known.text().equals(text)) {
      return Optional.of(known.time());
    }
    Optional<Instant> time =
        parsed(() -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    time.ifPresent(read -> last = new Read(text, read));
    return time;
  }

  /** Parses {@code 2026-11-24T12:00:00Z}. */
  static Optional<Instant> extended(String text) {
    return parsed(() -> Instant.parse(text));
  }

  /** Parses {@code 20261124T120000Z}. */
  static Optional<Instant> basic(String text) {
    return parsed(() -> LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
  }

  private interface Reading {
    Instant read();
  }

  private static Optional<Instant> parsed(Reading reading) {
    try {
      return Optional.of(reading.read());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
