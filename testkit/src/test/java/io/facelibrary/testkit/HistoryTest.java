package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.facelibrary.FaceId;
import io.facelibrary.testkit.History.Entry;
import io.facelibrary.testkit.Observation.Added;
import io.facelibrary.testkit.Observation.Deleted;
import io.facelibrary.testkit.Observation.FoundAbsent;
import io.facelibrary.testkit.Observation.FoundFull;
import io.facelibrary.testkit.Observation.PersonAdded;
import io.facelibrary.testkit.Observation.PersonDeleted;
import io.facelibrary.testkit.Observation.PersonFound;
import io.facelibrary.testkit.Observation.PersonMissing;
import io.facelibrary.testkit.Observation.Saw;
import io.facelibrary.testkit.Observation.SawAll;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final FaceId A = FaceId.of("a");
  private static final FaceId B = FaceId.of("b");
  private static final FaceId C = FaceId.of("c");

  private static PersonModel personWith(int limit, FaceId... faces) {
    return new PersonModel(true, Set.of(faces), limit);
  }

  private static boolean explains(PersonModel start, Entry... entries) {
    History history = new History();
    for (Entry entry : entries) {
      history.add(entry);
    }
    return history.isLinearizable(start);
  }

  private static Entry call(long began, long ended, Observation observation) {
    return new Entry(began, ended, observation);
  }

  @Test
  void explainsSequentialCalls() {
    assertThat(
            explains(
                personWith(2, A),
                call(0, 1, new Added(B)),
                call(2, 3, new FoundFull()),
                call(4, 5, new Deleted(A)),
                call(6, 7, new FoundAbsent(A)),
                call(8, 9, new SawAll(Set.of(B))),
                call(10, 11, new Saw(B))))
        .isTrue();
  }

  @Test
  void explainsAQueryThatSawAFaceWhoseAddHadNotEnded() {
    assertThat(
            explains(
                personWith(9),
                call(0, 9, new Added(A)),
                call(1, 2, new SawAll(Set.of(A))),
                call(3, 4, new Deleted(A)),
                call(5, 6, new SawAll(Set.of()))))
        .isTrue();
  }

  @Test
  void doesNotExplainAQueryThatMissesAFaceWhoseAddHadEnded() {
    assertThat(explains(personWith(9), call(0, 1, new Added(A)), call(2, 3, new SawAll(Set.of()))))
        .isFalse();
  }

  @Test
  void doesNotExplainAFaceThatIsSeenAfterItsDeleteHadEnded() {
    assertThat(explains(personWith(9, A), call(0, 1, new Deleted(A)), call(2, 3, new Saw(A))))
        .isFalse();
  }

  @Test
  void doesNotExplainTwoQueriesThatSawTwoAddsInDifferentOrders() {
    assertThat(
            explains(
                personWith(9),
                call(0, 9, new Added(A)),
                call(1, 8, new Added(B)),
                call(2, 3, new SawAll(Set.of(A))),
                call(4, 5, new SawAll(Set.of(B)))))
        .isFalse();
  }

  @Test
  void doesNotExplainAFaceThatIsSeenGoneAndSeenAgain() {
    assertThat(
            explains(
                personWith(9, A),
                call(0, 9, new Deleted(A)),
                call(1, 2, new FoundAbsent(A)),
                call(3, 4, new Saw(A))))
        .isFalse();
  }

  @Test
  void doesNotExplainTwoDeletesOfOneFace() {
    assertThat(explains(personWith(9, A), call(0, 3, new Deleted(A)), call(1, 2, new Deleted(A))))
        .isFalse();
  }

  @Test
  void doesNotExplainMoreFacesThanTheLimitAfterParallelAdds() {
    assertThat(explains(personWith(2, A), call(0, 3, new Added(B)), call(1, 2, new Added(C))))
        .isFalse();
  }

  @Test
  void explainsARefusalOnlyIfThePersonCanHaveBeenFull() {
    assertThat(explains(personWith(2, A), call(0, 3, new Added(B)), call(1, 2, new FoundFull())))
        .isTrue();
    assertThat(explains(personWith(2, A), call(0, 1, new FoundFull()), call(2, 3, new Added(B))))
        .isFalse();
  }

  @Test
  void explainsAPersonThatIsDeletedAndAddedAgainWithoutItsFaces() {
    assertThat(
            explains(
                personWith(9, A),
                call(0, 5, new PersonDeleted()),
                call(1, 2, new PersonMissing()),
                call(6, 7, new PersonAdded()),
                call(8, 9, new PersonFound()),
                call(10, 11, new SawAll(Set.of()))))
        .isTrue();
  }

  @Test
  void doesNotExplainAPersonThatKeepsItsFacesWhenItIsAddedAgain() {
    assertThat(
            explains(
                personWith(9, A),
                call(0, 1, new PersonDeleted()),
                call(2, 3, new PersonAdded()),
                call(4, 5, new Saw(A))))
        .isFalse();
  }

  @Test
  void doesNotExplainAPersonThatIsAddedTwice() {
    assertThat(
            explains(
                new PersonModel(false, Set.of(), 9),
                call(0, 3, new PersonAdded()),
                call(1, 2, new PersonAdded())))
        .isFalse();
  }

  @Test
  void refusesMoreCallsThanItCanPlace() {
    History history = new History();
    for (long i = 0; i < 64; i++) {
      history.add(call(i, i, new SawAll(Set.of())));
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.isLinearizable(personWith(9)))
        .withMessageContaining("64");
  }
}
