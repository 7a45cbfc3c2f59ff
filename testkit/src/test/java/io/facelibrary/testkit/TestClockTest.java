package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TestClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final TestClock clock = TestClock.at(NOON);

  @Test
  void standsStillUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);

    clock.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
    clock.advance(Duration.ofHours(-2));
    assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(3600));
    clock.set("2027-01-01T00:00:00Z");
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void movesTogetherWithItsViewsInOtherZones() {
    TestClock shanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));

    clock.advance(Duration.ofSeconds(1));

    assertThat(shanghai.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(shanghai.instant()).isEqualTo(clock.instant());
  }
}
