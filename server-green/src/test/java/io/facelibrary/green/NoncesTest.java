package io.facelibrary.green;

import static io.facelibrary.green.Nonces.Verdict.FORGOTTEN;
import static io.facelibrary.green.Nonces.Verdict.NEW;
import static io.facelibrary.green.Nonces.Verdict.USED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoncesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void knowsANonceForFifteenMinutes() {
    var nonces = new Nonces(10);

    nonces.remember("a", "n", NOON, NOON);

    Instant last = NOON.plus(Duration.ofMinutes(15));
    assertThat(nonces.remember("a", "n", last, last)).isEqualTo(USED);
    assertThat(nonces.remember("a", "n", NOON, last.plusSeconds(1))).isEqualTo(NEW);
  }

  @Test
  void knowsTheNonceOfAFutureRequestUntilThatRequestIsTooOld() {
    var nonces = new Nonces(10);
    Instant future = NOON.plus(Duration.ofMinutes(14));

    nonces.remember("a", "n", future, NOON);

    assertThat(nonces.remember("a", "n", future, NOON.plus(Duration.ofMinutes(29))))
        .isEqualTo(USED);
  }

  @Test
  void tellsSendersApart() {
    var nonces = new Nonces(10);

    nonces.remember("a", "bn", NOON, NOON);

    assertThat(nonces.remember("b", "bn", NOON, NOON)).isEqualTo(NEW);
    assertThat(nonces.remember("ab", "n", NOON, NOON)).isEqualTo(NEW);
  }

  @Test
  void refusesWhatItCouldNotTellFromAReplayAfterTheMemoryWasFull() {
    var nonces = new Nonces(2);
    Instant later = NOON.plusSeconds(10);

    nonces.remember("a", "1", NOON, NOON);
    nonces.remember("a", "2", later, later);
    assertThat(nonces.remember("a", "3", later, later)).isEqualTo(NEW);

    assertThat(nonces.remember("a", "1", NOON, later)).isEqualTo(FORGOTTEN);
    assertThat(nonces.remember("a", "4", NOON, later)).isEqualTo(FORGOTTEN);
    assertThat(nonces.remember("a", "2", later, later)).isEqualTo(USED);
  }

  @Test
  void forgetsAllOfASecondRatherThanLetOneOfItPassTwice() {
    var nonces = new Nonces(2);

    for (String nonce : new String[] {"1", "2", "3"}) {
      assertThat(nonces.remember("a", nonce, NOON, NOON)).isEqualTo(NEW);
    }

    assertThat(nonces.remember("a", "3", NOON, NOON)).isEqualTo(FORGOTTEN);
    assertThat(nonces.remember("a", "4", NOON.plusSeconds(1), NOON)).isEqualTo(NEW);
  }
}
