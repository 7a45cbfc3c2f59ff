package io.facelibrary.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
public final class TestClock extends Clock {
  private final Hand hand;
  private final ZoneId zone;

  private TestClock(Hand hand, ZoneId zone) {
    this.hand = hand;
    this.zone = zone;
  }

  /** The time that a clock and its views in other zones share. */
  private static final class Hand {
    private Instant now;

    Hand(Instant now) {
      this.now = now;
    }

    synchronized Instant now() {
      return now;
    }

    synchronized void advance(Duration by) {
      now = now.plus(by);
    }

    synchronized void set(Instant instant) {
      now = instant;
    }
  }

  /** Returns a clock in UTC that stands at an instant. */
  public static TestClock at(Instant instant) {
    return new TestClock(new Hand(instant), ZoneOffset.UTC);
  }

  /**
   * Returns a clock in UTC that stands at an instant.
   *
   * @param instant as in {@code 2026-03-01T09:00:00Z}
   * @throws java.time.format.DateTimeParseException if the text is no instant
   */
  public static TestClock at(String instant) {
    return at(Instant.parse(instant));
  }

  /** Moves the clock forward, or backward if the duration is negative. */
  public void advance(Duration by) {
    hand.advance(by);
  }

  /** Moves the clock to an instant, as in {@link #at(String)}. */
  public void set(String instant) {
    hand.set(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return hand.now();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Returns a view of this clock in another zone; both move together. */
  @Override
  public TestClock withZone(ZoneId other) {
    return new TestClock(hand, other);
  }
}
