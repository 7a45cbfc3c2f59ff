package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import io.facelibrary.green.support.RawHttp;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MutableClockTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String TOKEN = "Authorization: Bearer let-me";
  private static final String IMAGE_URL = "https://example.com/a.jpg";

  private final TestClock base = TestClock.at(NOON);
  private final MutableClock clock = MutableClock.over(base);

  @Test
  void continuesFromTheTimeThatWasSetOrMovedTo() {
    clock.set(Instant.parse("2030-01-01T00:00:00Z"));
    clock.move(Duration.ofHours(-1));
    base.advance(Duration.ofSeconds(5));

    assertThat(clock.instant()).isEqualTo("2029-12-31T23:00:05Z");
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void movesItsViewsInOtherZones() {
    Clock view = clock.withZone(ZoneId.of("Asia/Shanghai"));

    clock.move(Duration.ofDays(1));

    assertThat(view.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(view.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void staysWithinTheYearsThatAreWrittenWithFourDigits() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> clock.set(Instant.MAX))
        .satisfies(e -> assertThat(e.field()).isEqualTo("now"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> clock.move(Duration.ofSeconds(Long.MAX_VALUE)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("by"));
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void makesAGroupSearchableNextDayWhenMovedOverHttp() throws IOException {
    FaceLibrary library =
        InMemoryFaceLibrary.builder().greenLimits().nextDayGroups().clock(clock).open();
    try (GreenServer server =
            GreenServer.builder()
                .library(library)
                .clock(clock)
                .anonymous()
                .adminToken(Secret.of("let-me"))
                .start();
        RawHttp connection = new RawHttp(server.uri())) {
      post(connection, "/green/sface/person/add", "{\"personId\":\"a\",\"groupIds\":[\"g\"]}");
      post(
          connection,
          "/green/sface/face/add",
          "{\"personId\":\"a\",\"urls\":[\"%s\"]}".formatted(IMAGE_URL));
      String search =
          "{\"scenes\":[\"sface-n\"],\"tasks\":[{\"url\":\"%s\",\"extras\":{\"groupId\":\"g\"}}]}"
              .formatted(IMAGE_URL);

      String today = post(connection, "/green/image/scan", search);
      String moved = post(connection, "/admin/clock", "{\"moveSeconds\":86400}");
      String tomorrow = post(connection, "/green/image/scan", search);

      assertThat(today).doesNotContain("\"personId\":\"a\"");
      assertThat(moved).isEqualTo("{\"now\":\"2026-11-25T12:00:00Z\"}");
      assertThat(tomorrow).contains("\"personId\":\"a\"");
      assertThat(post(connection, "/admin/clock", "{\"now\":\"2027-01-01T00:00:00Z\"}"))
          .isEqualTo("{\"now\":\"2027-01-01T00:00:00Z\"}");
      assertThat(post(connection, "/admin/clock", "{\"now\":\"soon\"}"))
          .isEqualTo("{\"error\":\"now must have the form 2026-11-24T12:00:00Z\"}");
    }
  }

  @Test
  void cannotBeMovedWithoutTheTokenOrIfTheClockIsFixed() throws IOException {
    FaceLibrary library = InMemoryFaceLibrary.builder().open();
    GreenServer.Builder builder =
        GreenServer.builder().library(library).anonymous().adminToken(Secret.of("let-me"));
    try (GreenServer movable = builder.clock(clock).start();
        GreenServer fixed = builder.clock(base).start();
        RawHttp toMovable = new RawHttp(movable.uri());
        RawHttp toFixed = new RawHttp(fixed.uri())) {
      String move = "{\"moveSeconds\":60}";

      int without = toMovable.send(RawHttp.post("/admin/clock", move)).response().status();
      int another = toFixed.send(RawHttp.post("/admin/clock", move, TOKEN)).response().status();

      assertThat(without).isEqualTo(401);
      assertThat(another).isEqualTo(409);
      assertThat(clock.instant()).isEqualTo(NOON);
    }
  }

  private static String post(RawHttp connection, String path, String body) throws IOException {
    return connection.send(RawHttp.post(path, body, TOKEN)).response().body();
  }
}
