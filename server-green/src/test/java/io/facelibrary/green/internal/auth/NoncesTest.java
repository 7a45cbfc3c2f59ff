package io.facelibrary.green.internal.auth;

import static io.facelibrary.green.internal.auth.Nonces.Status.EVICTED;
import static io.facelibrary.green.internal.auth.Nonces.Status.NEW;
import static io.facelibrary.green.internal.auth.Nonces.Status.USED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoncesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void keepsANonceForFifteenMinutes() {
    var nonces = new Nonces(10);

    nonces.register("a", "n", NOON, NOON);

    Instant last = NOON.plus(Duration.ofMinutes(15));
    assertThat(nonces.register("a", "n", last, last)).isEqualTo(USED);
    assertThat(nonces.register("a", "n", NOON, last.plusSeconds(1))).isEqualTo(NEW);
  }

  @Test
  void keepsTheNonceOfAFutureRequestUntilThatRequestExpires() {
    var nonces = new Nonces(10);
    Instant future = NOON.plus(Duration.ofMinutes(14));

    nonces.register("a", "n", future, NOON);

    assertThat(nonces.register("a", "n", future, NOON.plus(Duration.ofMinutes(29))))
        .isEqualTo(USED);
  }

  @Test
  void distinguishesSenders() {
    var nonces = new Nonces(10);

    nonces.register("a", "bn", NOON, NOON);

    assertThat(nonces.register("b", "bn", NOON, NOON)).isEqualTo(NEW);
    assertThat(nonces.register("ab", "n", NOON, NOON)).isEqualTo(NEW);
  }

  @Test
  void rejectsPossibleReplaysAfterEviction() {
    var nonces = new Nonces(2);
    Instant later = NOON.plusSeconds(10);

    nonces.register("a", "1", NOON, NOON);
    nonces.register("a", "2", later, later);
    assertThat(nonces.register("a", "3", later, later)).isEqualTo(NEW);

    assertThat(nonces.register("a", "1", NOON, later)).isEqualTo(EVICTED);
    assertThat(nonces.register("a", "4", NOON, later)).isEqualTo(EVICTED);
    assertThat(nonces.register("a", "2", later, later)).isEqualTo(USED);
  }

  @Test
  void evictsAllNoncesOfASecondTogether() {
    var nonces = new Nonces(2);

    for (String nonce : new String[] {"1", "2", "3"}) {
      assertThat(nonces.register("a", nonce, NOON, NOON)).isEqualTo(NEW);
    }

    assertThat(nonces.register("a", "3", NOON, NOON)).isEqualTo(EVICTED);
    assertThat(nonces.register("a", "4", NOON.plusSeconds(1), NOON)).isEqualTo(NEW);
  }
}
