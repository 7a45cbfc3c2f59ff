package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.ItemFailure;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UpdatePerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Parallel calls lose nothing and respect every limit. */
interface ConcurrencyContract extends ContractPart {
  /** Parallel threads: more than the cores of a small machine, and few for a remote service. */
  int THREADS = 4;

  /** Calls of each thread. */
  int CALLS = 8;

  /** Repetitions of a test whose calls collide only sometimes. */
  int ROUNDS = 10;

  @Test
  @Promise(26)
  default void keepsEveryFaceThatIsAddedInParallel() {
    assume().facesPerPerson(THREADS);
    int limit = limits().facesPerPerson().orElse(Integer.MAX_VALUE);
    int calls = Math.min(CALLS, limit / THREADS);
    PersonId person = fixtures().addPerson();

    List<FaceId> added =
        Concurrently.times(THREADS, () -> fixtures().addFaces(person, calls)).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(added).hasSize(THREADS * calls).doesNotHaveDuplicates();
    assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  @Promise({2, 26})
  default void addsExactlyAsManyFacesAsFitWhenCallsRace() {
    int limit = assume().smallLimit(limits().facesPerPerson(), "faces per person");
    PersonId person = fixtures().addPerson();
    List<FaceId> before = fixtures().addFaces(person, limit - 1);
    // Creating an image takes longer than the window between a check and an add.
    List<FaceImage> images = fixtures().newImages(Race.THREADS);

    Race.rounds(
        thread -> library().addFaces(AddFaces.of(person, images.get(thread))),
        results -> {
          List<FaceId> added = results.stream().flatMap(it -> it.added().stream()).toList();
          assertThat(added).as("faces added to the last free place").hasSize(1);
          assertThat(results.stream().flatMap(it -> it.failures().stream()))
              .hasSize(Race.THREADS - 1)
              .extracting(ItemFailure::kind)
              .containsOnly(ErrorKind.QUOTA_EXCEEDED);
          assertThat(fixtures().facesOf(person))
              .hasSize(limit)
              .containsAll(before)
              .containsAll(added);
          library().deleteFaces(DeleteFaces.of(person, added)).orThrow();
        });
  }

  @Test
  @Promise({2, 26})
  default void neverExceedsTheLimitOfAPersonWhileFacesAreAddedAndDeleted() {
    int limit = assume().smallLimit(limits().facesPerPerson(), "faces per person");
    PersonId person = fixtures().addPerson();
    fixtures().addFaces(person, limit - 1);
    List<FaceImage> images = fixtures().newImages(Race.THREADS);
    // Counted after the add and before the delete: these faces are in the library.
    AtomicInteger present = new AtomicInteger();

    Race.loops(
        (thread, repetition) -> {
          for (FaceId face : addIfItFits(person, images.get(thread))) {
            assertThat(present.incrementAndGet()).as("faces in the last free place").isEqualTo(1);
            Race.pause(thread, repetition);
            present.decrementAndGet();
            library().deleteFaces(DeleteFaces.of(person, face)).orThrow();
          }
        });

    assertThat(fixtures().facesOf(person)).hasSize(limit - 1);
  }

  /**
   * Returns the added face, or nothing if the library did not add it. A provider may have to ask
   * its service why a call was refused, and find the person no longer at the limit.
   */
  private List<FaceId> addIfItFits(PersonId person, FaceImage image) {
    try {
      return library().addFaces(AddFaces.of(person, image)).added();
    } catch (FaceLibraryException e) {
      assertThat(e.effect()).isEqualTo(Effect.NONE);
      return List.of();
    }
  }

  @Test
  @Promise(26)
  default void throwsNothingWhenFacesAreAddedQueriedAndDeletedInParallel() {
    assume().facesPerPerson(THREADS);
    PersonId person = fixtures().addPerson();

    Concurrently.times(
        THREADS,
        () -> {
          for (int i = 0; i < CALLS; i++) {
            FaceId face = fixtures().addFace(person);
            assertThat(fixtures().facesOf(person)).contains(face);
            assertThat(library().deleteFaces(DeleteFaces.of(person, face)).orThrow())
                .containsExactly(face);
            assertThat(library().queryFaces(QueryFaces.of(person, face)).missing())
                .containsExactly(face);
          }
          return true;
        });

    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(26)
  default void throwsOnlyNotFoundWhenThePersonIsDeletedDuringTheCall() {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId person = fixtures().addPerson();
      FaceId face = fixtures().addFace(person);
      List<Callable<Optional<ErrorKind>>> calls =
          List.of(
              () -> failureOf(() -> library().deletePerson(person)),
              () -> failureOf(() -> library().addFaces(AddFaces.of(person, fixtures().newImage()))),
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
    assume().textLength(10);
    for (int round = 0; round < ROUNDS; round++) {
      PersonId person = fixtures().newPersonId();
      GroupId group = fixtures().newGroupId();
      List<Callable<Optional<ErrorKind>>> calls = new ArrayList<>();
      for (int i : Fixtures.indices(THREADS)) {
        var request = AddPerson.of(person, group).withName("name " + i).withNote("note " + i);
        calls.add(() -> failureOf(() -> library().addPerson(request)));
      }

      List<Optional<ErrorKind>> failures = Concurrently.run(calls);

      assertThat(failures).containsOnlyOnce(Optional.empty());
      assertThat(failures.stream().flatMap(Optional::stream))
          .containsOnly(ErrorKind.ALREADY_EXISTS);
      int winner = failures.indexOf(Optional.<ErrorKind>empty());
      assertThat(library().findPerson(person))
          .contains(
              Person.of(person, Set.of(group))
                  .withName("name " + winner)
                  .withNote("note " + winner));
      library().deletePerson(person);
    }
  }

  @Test
  @Promise({15, 26})
  default void returnsTrueOnceWhenAPersonIsDeletedInParallel() {
    for (int round = 0; round < ROUNDS; round++) {
      PersonId person = fixtures().addPerson();

      assertThat(Concurrently.times(THREADS, () -> library().deletePerson(person)))
          .containsOnlyOnce(true);
    }
  }

  @Test
  @Promise({5, 26})
  default void reportsAFaceAsDeletedOnceWhenItIsDeletedInParallel() {
    PersonId person = fixtures().addPerson();
    for (int round = 0; round < ROUNDS; round++) {
      FaceId face = fixtures().addFace(person);
      Callable<Integer> deleting =
          () -> library().deleteFaces(DeleteFaces.of(person, face)).deleted().size();

      assertThat(Concurrently.times(THREADS, deleting)).containsOnlyOnce(1);
    }
  }

  @Test
  @Promise({16, 26})
  default void keepsEveryMembershipWhenAPersonJoinsAndLeavesInParallel() {
    assume().regrouping();
    assume().groupsPerPerson(THREADS + 1);
    List<GroupId> joined = fixtures().newGroupIds(THREADS);
    PersonId person = fixtures().addPerson();
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
  default void keepsBothOfTwoFieldsThatAreUpdatedInParallel() {
    assume().textLength(10);
    PersonId person = fixtures().addPerson();
    for (int round = 0; round < ROUNDS; round++) {
      String text = "round " + round;
      List<Callable<Boolean>> calls =
          List.of(
              () -> update(UpdatePerson.of(person).withName(text)),
              () -> update(UpdatePerson.of(person).withNote(text)));

      Concurrently.run(calls);

      assertThat(library().findPerson(person).orElseThrow())
          .extracting(Person::name, Person::note)
          .containsExactly(text, text);
    }
  }

  private boolean update(UpdatePerson request) {
    library().updatePerson(request);
    return true;
  }
}
