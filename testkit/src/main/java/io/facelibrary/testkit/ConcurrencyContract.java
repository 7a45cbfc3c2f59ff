package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.ItemFailure;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UpdatePerson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What parallel calls promise together. */
interface ConcurrencyContract extends ContractPart {
  /** Threads that run at once: more than the cores of a small machine, few for a remote service. */
  int THREADS = 4;

  /** Calls of each thread. */
  int CALLS = 8;

  /** How often a race is run whose outcome is a matter of luck. */
  int ROUNDS = 10;

  @Test
  @Promise(26)
  default void losesNoneOfTheFacesThatAreAddedInParallel() {
    given().room(THREADS);
    int limit = given().limits().facesPerPerson().orElse(Integer.MAX_VALUE);
    int calls = Math.min(CALLS, limit / THREADS);
    PersonId person = given().person();

    List<FaceId> added =
        Concurrently.times(THREADS, () -> given().faces(person, calls)).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(added).hasSize(THREADS * calls).doesNotHaveDuplicates();
    assertThat(given().facesOf(person)).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  @Promise({2, 26})
  default void respectsTheLimitOfAPersonExactlyWhenFacesAreAddedInParallel() {
    int limit = given().triable(given().limits().facesPerPerson(), "faces of a person");
    int free = Math.min(limit, THREADS + 1);
    PersonId person = given().person();
    List<FaceId> before = given().faces(person, limit - free);
    Callable<List<AddFacesResult>> adding =
        () ->
            Collections.nCopies(free, person).stream()
                .map(it -> library().addFaces(AddFaces.of(it, given().image())))
                .toList();

    List<AddFacesResult> results =
        Concurrently.times(THREADS, adding).stream().flatMap(List::stream).toList();

    List<FaceId> expected = new ArrayList<>(before);
    results.forEach(result -> expected.addAll(result.added()));
    assertThat(expected).hasSize(limit).doesNotHaveDuplicates();
    assertThat(given().facesOf(person)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(results.stream().flatMap(result -> result.failures().stream()))
        .hasSize(free * (THREADS - 1))
        .extracting(ItemFailure::kind)
        .containsOnly(ErrorKind.QUOTA_EXCEEDED);
  }

  @Test
  @Promise(26)
  default void throwsNothingWhenFacesAreAddedQueriedAndDeletedInParallel() {
    given().room(THREADS);
    PersonId person = given().person();

    Concurrently.times(
        THREADS,
        () -> {
          for (int i = 0; i < CALLS; i++) {
            FaceId face = given().face(person);
            assertThat(given().facesOf(person)).contains(face);
            assertThat(library().deleteFaces(DeleteFaces.of(person, face)).orThrow())
                .containsExactly(face);
            assertThat(library().queryFaces(QueryFaces.of(person, face)).missing())
                .containsExactly(face);
          }
          return true;
        });

    assertThat(given().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(26)
  default void throwsOnlyNotFoundWhenThePersonIsDeletedMeanwhile() {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId person = given().person();
      FaceId face = given().face(person);
      List<Callable<Optional<ErrorKind>>> calls =
          List.of(
              () -> failureOf(() -> library().deletePerson(person)),
              () -> failureOf(() -> library().addFaces(AddFaces.of(person, given().image()))),
              () -> failureOf(() -> library().queryFaces(QueryFaces.allOf(person))),
              () -> failureOf(() -> library().deleteFaces(DeleteFaces.of(person, face))));

      assertThat(Concurrently.run(calls).stream().flatMap(Optional::stream))
          .allSatisfy(kind -> assertThat(kind).isEqualTo(ErrorKind.NOT_FOUND));
      assertThat(library().findPerson(person)).isEmpty();
    }
  }

  private static Optional<ErrorKind> failureOf(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (FaceLibraryException e) {
      return Optional.of(e.kind());
    }
  }

  @Test
  @Promise({13, 26})
  default void addsAPersonOnceWhenItIsAddedInParallel() {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId person = given().nobody();
      GroupId group = given().group();
      List<Callable<Optional<ErrorKind>>> calls = new ArrayList<>();
      for (int i : Given.countTo(THREADS)) {
        var request = AddPerson.of(person, group).withName("name " + i).withNote("note " + i);
        calls.add(() -> failureOf(() -> library().addPerson(request)));
      }

      List<Optional<ErrorKind>> failures = Concurrently.run(calls);

      assertThat(failures).containsOnlyOnce(Optional.empty());
      assertThat(failures.stream().flatMap(Optional::stream))
          .containsOnly(ErrorKind.ALREADY_EXISTS);
      int winner = failures.indexOf(Optional.<ErrorKind>empty());
      assertThat(library().findPerson(person))
          .contains(new Person(person, "name " + winner, "note " + winner, Set.of(group)));
      library().deletePerson(person);
    }
  }

  @Test
  @Promise({15, 26})
  default void answersTrueOnceWhenAPersonIsDeletedInParallel() {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId person = given().person();

      assertThat(Concurrently.times(THREADS, () -> library().deletePerson(person)))
          .containsOnlyOnce(true);
    }
  }

  @Test
  @Promise({5, 26})
  default void saysOnceThatAFaceIsDeletedWhenItIsDeletedInParallel() {
    PersonId person = given().person();
    for (int round = 0; round < ROUNDS; round++) {
      FaceId face = given().face(person);
      Callable<Integer> deleting =
          () -> library().deleteFaces(DeleteFaces.of(person, face)).deleted().size();

      assertThat(Concurrently.times(THREADS, deleting)).containsOnlyOnce(1);
    }
  }

  @Test
  @Promise({16, 26})
  default void losesNoMembershipWhenAPersonJoinsAndLeavesInParallel() {
    List<GroupId> joined = given().groups(THREADS);
    PersonId person = given().person();
    List<GroupId> before = List.copyOf(library().findPerson(person).orElseThrow().groups());
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (GroupId group : joined) {
      calls.add(
          () -> {
            for (int i = 0; i < CALLS; i++) {
              library().joinGroups(person, Set.of(group));
              assertThat(library().findPerson(person).orElseThrow().groups()).contains(group);
              library().leaveGroups(person, Set.of(group));
              assertThat(library().findPerson(person).orElseThrow().groups()).doesNotContain(group);
            }
            library().joinGroups(person, Set.of(group));
            return true;
          });
    }

    Concurrently.run(calls);

    assertThat(library().findPerson(person).orElseThrow().groups())
        .containsAll(before)
        .containsAll(joined)
        .hasSize(before.size() + joined.size());
  }

  @Test
  @Promise({14, 26})
  default void losesNeitherOfTwoFieldsThatAreUpdatedInParallel() {
    PersonId person = given().person();
    for (int round = 0; round < ROUNDS; round++) {
      String text = "round " + round;
      List<Callable<Boolean>> calls =
          List.of(
              () -> updated(UpdatePerson.of(person).withName(text)),
              () -> updated(UpdatePerson.of(person).withNote(text)));

      Concurrently.run(calls);

      assertThat(library().findPerson(person).orElseThrow())
          .extracting(Person::name, Person::note)
          .containsExactly(text, text);
    }
  }

  private boolean updated(UpdatePerson request) {
    library().updatePerson(request);
    return true;
  }
}
