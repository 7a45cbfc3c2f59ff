package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyFaceLibraryTest {
  private static final PersonId ADA = PersonId.of("ada");
  private static final FaceImage IMAGE = TestImages.of(1);
  private static final Fault DOWN = Fault.before(ErrorKind.UNAVAILABLE);

  private FaceLibrary healthy;
  private FaultyFaceLibrary faulty;

  @BeforeEach
  void addAPerson() {
    healthy = new NotebookHarness(Offered.ALL, UnaryOperator.identity()).open();
    healthy.addPerson(AddPerson.of(ADA));
    faulty = FaultyFaceLibrary.over(healthy);
  }

  private List<Boolean> failuresOfFinding(int calls) {
    List<Boolean> failures = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      failures.add(findingFails());
    }
    return failures;
  }

  private boolean findingFails() {
    try {
      return faulty.findPerson(ADA).isEmpty();
    } catch (FaceLibraryException e) {
      return true;
    }
  }

  @Test
  void forwardsEveryCallWithoutAFault() {
    assertThat(faulty.findPerson(ADA)).isPresent();
    assertThat(faulty.failures()).isZero();
  }

  @Test
  void failsTheNthCall() {
    faulty.failCall(2, DOWN);

    assertThat(failuresOfFinding(3)).containsExactly(false, true, false);
    assertThat(faulty.failures()).isEqualTo(1);
  }

  @Test
  void failsTheNextCallOnly() {
    assertThat(findingFails()).isFalse();

    faulty.failNext(DOWN);

    assertThat(failuresOfFinding(2)).containsExactly(true, false);
  }

  @Test
  void failsTheNthCallOfAnOperation() {
    faulty.failCall(Operation.QUERY_FACES, 2, DOWN);

    faulty.queryFaces(QueryFaces.allOf(ADA));
    assertThat(findingFails()).isFalse();
    Failing.assertRefused(ErrorKind.UNAVAILABLE, () -> faulty.queryFaces(QueryFaces.allOf(ADA)));
    assertThat(findingFails()).isFalse();
  }

  @Test
  void failsTheNextCallOfAnOperation() {
    faulty.failNext(Operation.QUERY_FACES, DOWN);

    assertThat(findingFails()).isFalse();
    Failing.assertRefused(ErrorKind.UNAVAILABLE, () -> faulty.queryFaces(QueryFaces.allOf(ADA)));
    assertThat(faulty.queryFaces(QueryFaces.allOf(ADA)).faces()).isEmpty();
  }

  @Test
  void failsEveryCallOfSomeOperations() {
    faulty.failEvery(DOWN, Operation.ADD_FACES, Operation.FIND_PERSON);

    assertThat(failuresOfFinding(2)).containsExactly(true, true);
    assertThat(faulty.queryFaces(QueryFaces.allOf(ADA)).faces()).isEmpty();
  }

  @Test
  void failsTheSameCallsForTheSameSeed() {
    faulty.failShare(0.3, 42, DOWN);
    List<Boolean> first = failuresOfFinding(200);
    faulty = FaultyFaceLibrary.over(healthy).failShare(0.3, 42, DOWN);

    assertThat(failuresOfFinding(200)).isEqualTo(first);
    assertThat(faulty.failures()).isBetween(30, 90);
  }

  @Test
  void refusesAShareOutsideItsRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> faulty.failShare(1.1, 1, DOWN));
    assertThatIllegalArgumentException().isThrownBy(() -> faulty.failShare(Double.NaN, 1, DOWN));
  }

  @Test
  void makesNoCallWhenTheFaultIsBefore() {
    faulty.failNext(DOWN.withRetryAfter(Duration.ofSeconds(3)));
    var request = AddFaces.of(ADA, IMAGE);

    FaceLibraryException failure =
        Failing.assertRefused(ErrorKind.UNAVAILABLE, () -> faulty.addFaces(request));

    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(failure.isRetryable()).isTrue();
    assertThat(healthy.queryFaces(QueryFaces.allOf(ADA)).faces()).isEmpty();
  }

  @Test
  void losesTheResultWhenTheFaultIsAfter() {
    faulty.failNext(Fault.after(ErrorKind.TIMED_OUT));
    var request = AddFaces.of(ADA, IMAGE);

    FaceLibraryException failure =
        Failing.assertFailed(ErrorKind.TIMED_OUT, Effect.UNKNOWN, () -> faulty.addFaces(request));

    assertThat(failure.isRetryable()).isFalse();
    assertThat(healthy.queryFaces(QueryFaces.allOf(ADA)).faces()).hasSize(1);
  }

  @Test
  void reportsTheFailureOfTheCallItselfFirst() {
    faulty.failNext(Fault.after(ErrorKind.TIMED_OUT));

    Failing.assertRefused(ErrorKind.ALREADY_EXISTS, () -> faulty.addPerson(AddPerson.of(ADA)));
  }

  @Test
  void namesTheCallThatFailed() {
    faulty.failEvery(DOWN);

    FaceLibraryException failure =
        Failing.assertRefused(ErrorKind.UNAVAILABLE, () -> faulty.deletePerson(ADA));

    assertThat(failure.call().orElseThrow().operation()).isEqualTo(Operation.DELETE_PERSON);
  }

  @Test
  void reportsNoEffectOfAFailedRead() {
    faulty.failEvery(Fault.after(ErrorKind.TIMED_OUT));

    Failing.assertFailed(ErrorKind.TIMED_OUT, Effect.NONE, () -> faulty.findPerson(ADA));
  }

  @Test
  void appliesTheFaultThatWasAddedFirstAndRecoversFromAll() {
    faulty.failEvery(DOWN).failEvery(Fault.before(ErrorKind.THROTTLED));
    Failing.assertRefused(ErrorKind.UNAVAILABLE, () -> faulty.findPerson(ADA));

    faulty.recover();

    assertThat(findingFails()).isFalse();
  }
}
