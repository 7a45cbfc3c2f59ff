package io.facelibrary.transfer;

import io.facelibrary.Effect;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Copies persons with their faces. Threads may share it. */
final class PersonCopier {
  private final CopyJob job;
  private final TargetRules rules;
  private final PersonUpserter upserter;
  private final Object[] locks = Stream.generate(Object::new).limit(1024).toArray();

  PersonCopier(CopyJob job) {
    this.job = job;
    this.rules = job.rules();
    this.upserter =
        new PersonUpserter(job.library(), rules, job.isPlan(), job.journal().isResumed());
  }

  void copy(PersonToCopy wanted) {
    // A list may name a person in several places. Two threads that added faces to one person at
    // once would each take the other's faces for the outcome of a lost call.
    synchronized (locks[Math.floorMod(wanted.id().hashCode(), locks.length)]) {
      copyExclusively(wanted);
    }
  }

  private void copyExclusively(PersonToCopy wanted) {
    refuseJournalOfOtherLibrary(wanted);
    OutcomeLog log = new OutcomeLog(wanted.id(), job.journal(), job.counters(), job.isPlan());
    try {
      PersonId person = rules.person(wanted.id());
      Set<GroupId> groups = rules.groups(wanted.groups());
      Optional<Person> known = job.library().findPerson(person);
      FacesCopy faces = new FacesCopy(job, person, log);
      if (known.isPresent()) {
        upserter.update(known.get(), wanted, groups);
        faces.copyToKnown(wanted.faces());
      } else {
        rules.checkNew(wanted, groups);
        copyNew(NewPerson.of(person, wanted, groups), wanted, faces);
      }
    } catch (InvalidRequestException e) {
      recordRest(wanted, log, ItemOutcome.REJECTED, e);
    } catch (FaceLibraryException e) {
      boolean mayPass = e.kind().isTransient() || e.effect() != Effect.NONE;
      recordRest(wanted, log, mayPass ? ItemOutcome.FAILED : ItemOutcome.REJECTED, e);
    }
  }

  private void copyNew(NewPerson person, PersonToCopy wanted, FacesCopy faces) {
    if (!rules.hasPersonsWithoutFaces()) {
      faces.copyWith(person, wanted.faces());
      return;
    }
    upserter.add(person);
    job.counters().countPerson();
    if (job.isPlan()) {
      faces.copyToAbsent(wanted.faces());
    } else {
      faces.copyToKnown(wanted.faces());
    }
  }

  /** Faces that the journal lists as added are skipped, so the library must hold their person. */
  private void refuseJournalOfOtherLibrary(PersonToCopy wanted) {
    boolean added =
        wanted.faces().stream()
            .flatMap(face -> job.journal().before(face.key()).stream())
            .anyMatch(done -> done.outcome() == ItemOutcome.ADDED);
    if (added && job.library().findPerson(PersonId.of(wanted.id())).isEmpty()) {
      throw InvalidRequestException.of(
          "journal",
          "lists added faces of a person who is not in the library: it belongs to another library,"
              + " or the person was deleted since; begin a new journal");
    }
  }

  private static void recordRest(
      PersonToCopy wanted, OutcomeLog log, ItemOutcome outcome, FaceLibraryException cause) {
    Journal.Done done = Journal.Done.withReason(outcome, cause);
    if (wanted.faces().isEmpty()) {
      log.reportPerson(done);
    }
    for (FaceToCopy face : wanted.faces()) {
      if (!log.isSettled(face.key())) {
        log.settle(face.key(), done);
      }
    }
  }
}
