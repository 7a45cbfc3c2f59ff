package io.facelibrary.transfer;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Effect;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Copies persons with their faces, one by one or at once. */
final class PersonCopier {
  private static final int MOST_PICTURES_A_CALL = 100;
  private static final int MOST_EMBEDDINGS_A_CALL = 1000;

  private final FaceLibrary library;
  private final TargetRules rules;
  private final Journal journal;
  private final Counters tally;
  private final BooleanSupplier stop;
  private final boolean takesEmbeddings;
  private final Optional<FaceArchive> archive;
  private final boolean isPlan;
  private final Object[] locks = Stream.generate(Object::new).limit(1024).toArray();

  PersonCopier(
      FaceLibrary library,
      Journal journal,
      Counters tally,
      BooleanSupplier stop,
      boolean takesEmbeddings,
      boolean isPlan) {
    this.library = library;
    this.rules = new TargetRules(library.capabilities());
    this.journal = journal;
    this.tally = tally;
    this.stop = stop;
    this.takesEmbeddings = takesEmbeddings;
    this.archive = library.unwrap(FaceArchive.class);
    this.isPlan = isPlan;
  }

  FaceLibrary library() {
    return library;
  }

  TargetRules rules() {
    return rules;
  }

  Journal journal() {
    return journal;
  }

  Optional<FaceArchive> archive() {
    return archive;
  }

  boolean takesEmbeddings() {
    return takesEmbeddings;
  }

  boolean isPlan() {
    return isPlan;
  }

  boolean isStopped() {
    return stop.getAsBoolean();
  }

  /** How many faces go in one call. */
  int mostACall() {
    int most = takesEmbeddings ? MOST_EMBEDDINGS_A_CALL : MOST_PICTURES_A_CALL;
    return Math.min(most, library.capabilities().limits().imagesPerCall().orElse(most));
  }

  void copy(PersonToCopy wanted) {
    // A list may name a person here and there: what one call added must not puzzle another.
    synchronized (locks[Math.floorMod(wanted.id().hashCode(), locks.length)]) {
      copyAlone(wanted);
    }
  }

  private void copyAlone(PersonToCopy wanted) {
    refuseAnothersJournal(wanted);
    OutcomeLog ends = new OutcomeLog(wanted.id(), journal, tally, isPlan);
    try {
      PersonId person = rules.person(wanted.id());
      boolean isNew =
          new PersonUpserter(library, isPlan, journal.isResumed()).enter(person, wanted, rules);
      if (isNew) {
        tally.person();
      }
      new FacesCopy(this, person, ends).copy(wanted.faces(), isNew && isPlan);
    } catch (InvalidRequestException e) {
      endAll(wanted, ends, ItemOutcome.REJECTED, e);
    } catch (FaceLibraryException e) {
      boolean mayPass = e.kind().isTransient() || e.effect() != Effect.NONE;
      endAll(wanted, ends, mayPass ? ItemOutcome.FAILED : ItemOutcome.REJECTED, e);
    }
  }

  /** What the journal tells as added must be there, or it would be left out unseen. */
  private void refuseAnothersJournal(PersonToCopy wanted) {
    boolean added =
        wanted.faces().stream()
            .flatMap(face -> journal.before(face.key()).stream())
            .anyMatch(done -> done.outcome() == ItemOutcome.ADDED);
    if (added && library.findPerson(PersonId.of(wanted.id())).isEmpty()) {
      throw InvalidRequestException.of(
          "journal",
          "tells of faces of a person who is not in the library: it is of another library, or the"
              + " person was deleted since; begin a new journal");
    }
  }

  private static void endAll(
      PersonToCopy wanted, OutcomeLog ends, ItemOutcome outcome, FaceLibraryException cause) {
    if (wanted.faces().isEmpty()) {
      ends.person(outcome, cause.getMessage());
    }
    for (FaceToCopy face : wanted.faces()) {
      if (!ends.endedBefore(face.key())) {
        ends.end(face.key(), Journal.Done.not(outcome, cause.getMessage()));
      }
    }
  }

  AddFacesResult add(PersonId person, List<ArchivedFace> faces) {
    if (takesEmbeddings && faces.stream().anyMatch(face -> face.embedding().isPresent())) {
      return archive.orElseThrow().addArchivedFaces(person, faces);
    }
    return library.addFaces(
        new AddFaces(person, faces.stream().map(face -> face.image().orElseThrow()).toList()));
  }
}
