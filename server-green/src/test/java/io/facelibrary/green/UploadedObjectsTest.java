package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UploadedObjectsTest {
  private static final UploadLimits LIMITS =
      UploadLimits.defaults().withObjects(2).withBytes(10).withLifetime(Duration.ofMinutes(1));

  private final TestClock clock = TestClock.at(Instant.EPOCH);
  private final UploadedObjects objects = new UploadedObjects(LIMITS, "bucket", clock);

  @Test
  void keepsAnObjectForItsLifetime() {
    objects.put("a", new byte[] {1});

    clock.advance(Duration.ofSeconds(59));
    var before = objects.find("a");
    clock.advance(Duration.ofSeconds(1));
    var after = objects.find("a");

    assertThat(before.orElseThrow()).containsExactly(1);
    assertThat(after).isEmpty();
  }

  @Test
  void replacesAnObjectOfTheSameKey() {
    objects.put("a", new byte[9]);

    boolean kept = objects.put("a", new byte[10]);

    assertThat(kept).isTrue();
    assertThat(objects.find("a").orElseThrow()).hasSize(10);
  }

  @Test
  void rejectsAnObjectRatherThanRemovingUnreadOnes() {
    objects.put("a", new byte[1]);
    objects.put("b", new byte[1]);

    boolean third = objects.put("c", new byte[1]);

    assertThat(third).isFalse();
    assertThat(objects.find("a")).isPresent();
    assertThat(objects.find("b")).isPresent();
    assertThat(objects.find("c")).isEmpty();
  }

  @Test
  void makesRoomByRemovingTheOldestObjectThatWasRead() {
    objects.put("a", new byte[5]);
    objects.put("b", new byte[5]);
    objects.find("b");
    objects.find("a");

    boolean third = objects.put("c", new byte[5]);

    assertThat(third).isTrue();
    assertThat(objects.find("a")).isEmpty();
    assertThat(objects.find("b")).isPresent();
  }

  @Test
  void makesRoomByRemovingExpiredObjects() {
    objects.put("a", new byte[10]);
    clock.advance(Duration.ofMinutes(1));

    assertThat(objects.put("b", new byte[10])).isTrue();
  }

  @Test
  void rejectsAnObjectLargerThanTheStore() {
    assertThat(objects.put("a", new byte[11])).isFalse();
  }

  @Test
  void rejectsLimitsBelowOne() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> UploadLimits.defaults().withObjects(0))
        .satisfies(e -> assertThat(e.field()).isEqualTo("objects"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> UploadLimits.defaults().withLifetime(Duration.ZERO))
        .satisfies(e -> assertThat(e.field()).isEqualTo("lifetime"));
  }
}
