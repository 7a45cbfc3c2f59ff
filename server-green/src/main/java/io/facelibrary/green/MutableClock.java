package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A clock that can be set and moved while it runs, at UTC. Given to {@link
 * GreenServer.Builder#clock} and to the library behind the server, it makes rules of days and years
 * visible in a test; over the admin address, {@code /admin/clock} moves it.
 */
public final class MutableClock extends Clock {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final Clock base;
  private Duration ahead = Duration.ZERO;

  private MutableClock(Clock base) {
    this.base = base;
  }

  /** Starts a clock that is that of the machine until it is moved. */
  public static MutableClock ofSystem() {
    return over(Clock.systemUTC());
  }

  /** Starts a clock that goes as another one does, and is equal to it until it is moved. */
  public static MutableClock over(Clock base) {
    return new MutableClock(present(base, "base"));
  }

  /**
   * Sets the time, from which the clock goes on.
   *
   * @throws InvalidRequestException if it is not in the years 1970 to 9999
   */
  public synchronized void set(Instant now) {
    if (present(now, "now").isBefore(FIRST) || now.isAfter(LAST)) {
      throw InvalidRequestException.of("now", "must be in the years 1970 to 9999");
    }
    ahead = Duration.between(base.instant(), now);
  }

  /**
   * Moves the clock forward, or backward by a negative duration.
   *
   * @throws InvalidRequestException if it would leave the years 1970 to 9999
   */
  public synchronized void move(Duration by) {
    present(by, "by");
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

  /** Returns a clock that this one moves too, in another zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    MutableClock moved = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return moved.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return moved.withZone(other);
      }
    };
  }

  private static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw InvalidRequestException.of(field, "must not be null");
    }
    return value;
  }
}
