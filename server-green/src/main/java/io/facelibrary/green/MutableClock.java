package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A running clock in UTC that can be set and moved. Share it between {@link
 * GreenServer.Builder#clock} and the library to test rules that depend on days and years. Requests
 * with the admin token can set it at {@code /admin/clock}.
 */
public final class MutableClock extends Clock {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final Clock base;
  private Duration ahead = Duration.ZERO;

  private MutableClock(Clock base) {
    this.base = base;
  }

  /** Returns a clock that equals the system clock until it is moved. */
  public static MutableClock ofSystem() {
    return over(Clock.systemUTC());
  }

  /** Returns a clock that runs like another one, and equals it until it is moved. */
  public static MutableClock over(Clock base) {
    return new MutableClock(Checks.present(base, "base"));
  }

  /**
   * Sets the time; the clock continues from it.
   *
   * @throws InvalidRequestException if the time is not in the years 1970 to 9999
   */
  public synchronized void set(Instant now) {
    if (Checks.present(now, "now").isBefore(FIRST) || now.isAfter(LAST)) {
      throw InvalidRequestException.of("now", "must be in the years 1970 to 9999");
    }
    ahead = Duration.between(base.instant(), now);
  }

  /**
   * Moves the clock forward, or backward if the duration is negative.
   *
   * @throws InvalidRequestException if the clock would leave the years 1970 to 9999
   */
  public synchronized void move(Duration by) {
    Checks.present(by, "by");
    try {
      set(instant().plus(by));
    } catch (DateTimeException | ArithmeticException e) {
      throw InvalidRequestException.of("by", "must not leave the years 1970 to 9999");
    }
  }

  @Override
  public synchronized Instant instant() {
    return base.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Returns a view in another zone, which moves together with this clock. */
  @Override
  public Clock withZone(ZoneId zone) {
    MutableClock source = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return source.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return source.withZone(other);
      }
    };
  }
}
