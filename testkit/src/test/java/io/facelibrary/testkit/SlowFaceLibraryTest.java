package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SlowFaceLibraryTest {
  private static final Duration DELAY = Duration.ofMillis(250);
  private static final PersonId ADA = PersonId.of("ada");

  private final FaceLibrary healthy =
      new NotebookHarness(Offered.ALL, UnaryOperator.identity()).open();

  @Test
  void waitsBeforeEachCall() {
    List<Duration> waits = new ArrayList<>();
    FaceLibrary slow = SlowFaceLibrary.over(healthy, DELAY, waits::add);

    slow.addPerson(AddPerson.of(ADA));
    slow.findPerson(ADA);

    assertThat(waits).containsExactly(DELAY, DELAY);
    assertThat(healthy.findPerson(ADA)).isPresent();
  }

  @Test
  void sleepsWithoutASleeperOfTheTest() {
    FaceLibrary slow = SlowFaceLibrary.over(healthy, Duration.ofNanos(1));

    slow.addPerson(AddPerson.of(ADA));

    assertThat(healthy.findPerson(ADA)).isPresent();
  }

  @Test
  void makesNoCallWhenItIsInterrupted() {
    FaceLibrary slow =
        SlowFaceLibrary.over(
            healthy,
            DELAY,
            delay -> {
              throw new InterruptedException();
            });

    FaceLibraryException failure =
        Failing.assertRefused(ErrorKind.INTERRUPTED, () -> slow.addPerson(AddPerson.of(ADA)));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.call().orElseThrow().operation()).isEqualTo(Operation.ADD_PERSON);
    assertThat(healthy.findPerson(ADA)).isEmpty();
  }
}
