package io.facelibrary.inmemory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
final class MovableClock extends Clock {
  private final ZoneId zone;
  private volatile Instant now;

  MovableClock(String instant) {
    this(Instant.parse(instant), ZoneOffset.UTC);
  }

  private MovableClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  static MovableClock in(ZoneId zone, String instant) {
    return new MovableClock(Instant.parse(instant), zone);
  }

  void forward(Duration duration) {
    now = now.plus(duration);
  }

  void set(String instant) {
    now = Instant.parse(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(now, other);
  }
}
