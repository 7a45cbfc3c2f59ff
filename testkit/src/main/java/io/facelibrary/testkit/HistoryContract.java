package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * That parallel calls about one person can be told as calls one after the other: what each answered
 * is true at some moment while it ran.
 */
interface HistoryContract extends ContractPart {
  /** Threads of one history. */
  int THREADS = 3;

  /** Calls of each thread; few, as the orders to try grow fast. */
  int CALLS = 5;

  /** Histories; each is short, and a wrong one is a matter of luck. */
  int ROUNDS = 12;

  /** Faces that the person has at first. */
  int FACES = 2;

  @Test
  @Promise(26)
  default void tellsOneStoryOfTheFacesOfAPerson() {
    for (int round = 0; round < ROUNDS; round++) {
      tellsOneStory(false);
    }
  }

  @Test
  @Promise(26)
  default void tellsOneStoryOfAPersonThatIsDeletedAndAddedAgain() {
    for (int round = 0; round < ROUNDS; round++) {
      tellsOneStory(true);
    }
  }

  private void tellsOneStory(boolean withPersons) {
    int limit = given().limits().facesPerPerson().orElse(Integer.MAX_VALUE);
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, Math.min(FACES, limit));
    History history = new History();
    long seed = ThreadLocalRandom.current().nextLong();
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Callable<Boolean>> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      SplittableRandom random = seeds.split();
      threads.add(
          () -> {
            List<FaceId> known = new ArrayList<>(faces);
            for (int call = 0; call < CALLS; call++) {
              history.note(() -> anyCall(person, known, random, withPersons));
            }
            return true;
          });
    }

    Concurrently.run(threads);
    history.note(() -> sawAll(person));

    PersonModel start = new PersonModel(true, new HashSet<>(faces), limit);
    assertThat(history.isLinearizable(start))
        .as(
            "an order explains this history of a person with %s (seed %s): %s",
            faces, seed, history)
        .isTrue();
  }

  private Observation anyCall(
      PersonId person, List<FaceId> known, SplittableRandom random, boolean withPersons) {
    try {
      return switch (random.nextInt(withPersons ? 8 : 6)) {
        case 0, 1 -> add(person, known);
        case 2, 3 -> delete(person, known.get(random.nextInt(known.size())));
        case 4 -> sawAll(person);
        case 5 -> saw(person, known.get(random.nextInt(known.size())));
        case 6 ->
            library().deletePerson(person)
                ? new Observation.PersonDeleted()
                : new Observation.PersonMissing();
        default -> addPerson(person);
      };
    } catch (FaceLibraryException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return new Observation.PersonMissing();
      }
      throw e;
    }
  }

  private Observation add(PersonId person, List<FaceId> known) {
    Outcome outcome = library().addFaces(AddFaces.of(person, given().image())).outcomes().get(0);
    if (outcome instanceof Added added) {
      known.add(added.face());
      return new Observation.Added(added.face());
    }
    return new Observation.FoundFull();
  }

  private Observation delete(PersonId person, FaceId face) {
    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, face));
    return result.deleted().isEmpty()
        ? new Observation.FoundAbsent(face)
        : new Observation.Deleted(face);
  }

  private Observation sawAll(PersonId person) {
    try {
      return new Observation.SawAll(new HashSet<>(given().facesOf(person)));
    } catch (FaceLibraryException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
      return new Observation.PersonMissing();
    }
  }

  private Observation saw(PersonId person, FaceId face) {
    boolean found = library().queryFaces(QueryFaces.of(person, face)).missing().isEmpty();
    return found ? new Observation.Saw(face) : new Observation.FoundAbsent(face);
  }

  private Observation addPerson(PersonId person) {
    try {
      library().addPerson(AddPerson.of(person, given().home()));
      return new Observation.PersonAdded();
    } catch (FaceLibraryException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
      return new Observation.PersonFound();
    }
  }
}
