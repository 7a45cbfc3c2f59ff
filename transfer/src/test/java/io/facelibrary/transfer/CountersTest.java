package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CountersTest {
  @Test
  void progressCountsRejectedFailedAndUnknownFacesAsNotTransferred() {
    List<String> reported = new ArrayList<>();
    Counters counters =
        new Counters(
            Optional.empty(),
            progress ->
                reported.add(
                    progress.done()
                        + " of "
                        + progress.total().orElse(-1)
                        + ", not "
                        + progress.notTransferred()),
            OptionalLong.of(6));

    for (ItemOutcome outcome : ItemOutcome.values()) {
      counters.countFace(
          "ada", outcome.name(), outcome, Journal.Done.withReason(outcome, "reason"));
    }

    assertThat(reported)
        .containsExactly(
            "1 of 6, not 0",
            "2 of 6, not 0",
            "3 of 6, not 0",
            "4 of 6, not 1",
            "5 of 6, not 2",
            "6 of 6, not 3");
  }

  @Test
  void outcomesAreSpelledWithHyphens() {
    assertThat(Words.of(ItemOutcome.ALREADY_DONE)).isEqualTo("already-done");
  }
}
