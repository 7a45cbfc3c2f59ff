package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
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
import org.junit.jupiter.api.Test;

/**
 * Parallel calls on one person are linearizable: each result is correct at one moment between the
 * start and the end of its call.
 */
interface HistoryContract extends ContractPart {
  /** Threads of one history. */
  int THREADS = 3;

  /** Calls of each thread. Few, since the number of orders grows fast. */
  int CALLS = 5;

  /** Histories, each with its own seed. */
  int ROUNDS = 12;

  /** Faces of the person at the start. */
  int FACES = 2;

  @Test
  @Promise(26)
  default void keepsTheFacesOfAPersonLinearizable() {
    for (int round = 0; round < ROUNDS; round++) {
      assertLinearizable(round, false);
    }
  }

  @Test
  @Promise(26)
  default void keepsAPersonThatIsDeletedAndAddedAgainLinearizable() {
    assume().offers(Capability.PERSONS_WITHOUT_FACES);
    for (int round = 0; round < ROUNDS; round++) {
      assertLinearizable(round, true);
    }
  }

  private void assertLinearizable(int round, boolean withPersons) {
    assume().offers(Capability.CONSISTENT_QUERIES);
    int limit = limits().facesPerPerson().orElse(Integer.MAX_VALUE);
    PersonId person = fixtures().addPerson();
    List<FaceId> faces = fixtures().addFaces(person, Math.min(FACES, limit));
    History history = new History();
    long seed = Seeds.of(round);
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Callable<Boolean>> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      SplittableRandom random = seeds.split();
      threads.add(
          () -> {
            List<FaceId> known = new ArrayList<>(faces);
            for (int call = 0; call < CALLS; call++) {
              history.record(() -> anyCall(person, known, random, withPersons));
            }
            return true;
          });
    }

    Concurrently.run(threads);
    history.record(() -> sawAll(person));

    PersonModel start = new PersonModel(true, new HashSet<>(faces), limit);
    assertThat(history.isLinearizable(start))
        .as(
            "a sequential order explains the history of a person with faces %s, seed %s: %s",
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
    Outcome outcome =
        library().addFaces(AddFaces.of(person, fixtures().newImage())).outcomes().get(0);
    if (outcome instanceof Added added) {
      known.add(added.face());
      return new Observation.Added(added.face());
    }
    assertThat(outcome).isInstanceOf(Rejected.class);
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
      return new Observation.SawAll(new HashSet<>(fixtures().facesOf(person)));
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
      library().addPerson(AddPerson.of(person, fixtures().sharedGroup()));
      return new Observation.PersonAdded();
    } catch (FaceLibraryException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
      return new Observation.PersonFound();
    }
  }
}
