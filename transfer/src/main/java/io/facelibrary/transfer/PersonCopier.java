package io.facelibrary.transfer;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Copies one person with its faces: a journal line before and after each call that adds. */
final class PersonCopier {
  private static final int MOST_A_CALL = 100;

  private final FaceLibrary library;
  private final TargetRules rules;
  private final Journal journal;
  private final Tally tally;
  private final BooleanSupplier stop;
  private final boolean takesEmbeddings;
  private final Optional<FaceArchive> archive;
  private final boolean isPlan;
  private final Object[] locks = Stream.generate(Object::new).limit(1024).toArray();

  PersonCopier(
      FaceLibrary library,
      Journal journal,
      Tally tally,
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

  /** A face that was read and may be added. */
  private record Ready(String key, ArchivedFace face) {}

  void copy(PersonToCopy wanted) {
    // A list may name a person here and there: what one call added must not puzzle another.
    synchronized (locks[Math.floorMod(wanted.id().hashCode(), locks.length)]) {
      copyAlone(wanted);
    }
  }

  private void copyAlone(PersonToCopy wanted) {
    try {
      PersonId person = rules.person(wanted.id());
      boolean isNew = new PersonEntry(library, isPlan).enter(person, wanted, rules);
      if (isNew) {
        tally.person();
      }
      copyFaces(person, wanted.faces(), isNew && isPlan);
    } catch (InvalidRequestException e) {
      endAll(wanted, ItemOutcome.REJECTED, e);
    } catch (FaceLibraryException e) {
      endAll(wanted, e.kind().isTransient() ? ItemOutcome.FAILED : ItemOutcome.REJECTED, e);
    }
  }

  private void endAll(PersonToCopy wanted, ItemOutcome outcome, FaceLibraryException cause) {
    for (FaceToCopy face : wanted.faces()) {
      if (journal.done(face.key()).isEmpty()) {
        end(wanted.id(), face.key(), Journal.Done.not(outcome, cause.getMessage()));
      } else {
        endedBefore(wanted.id(), face.key());
      }
    }
  }

  private void copyFaces(PersonId person, List<FaceToCopy> faces, boolean isAbsent) {
    Set<FaceId> known = isAbsent ? Set.of() : known(person);
    if (!isPlan) {
      for (Journal.Intent intent : journal.openIntents(person.value())) {
        journal.settle(new Settlement(intent, known, archive).settle(faces));
      }
    }
    Set<String> hashes = isAbsent ? new HashSet<>() : hashes(person, known);
    List<Ready> ready = new ArrayList<>();
    int most =
        Math.min(MOST_A_CALL, library.capabilities().limits().imagesPerCall().orElse(MOST_A_CALL));
    for (FaceToCopy face : faces) {
      if (stop.getAsBoolean()) {
        break;
      }
      if (journal.done(face.key()).isPresent()) {
        endedBefore(person.value(), face.key());
        continue;
      }
      load(person, face, hashes).ifPresent(ready::add);
      if (ready.size() == most) {
        add(person, ready);
        ready.clear();
      }
    }
    add(person, ready);
  }

  private void endedBefore(String person, String key) {
    Journal.Done before = journal.done(key).orElseThrow();
    // What nobody knows stays to be looked at by people, run after run.
    ItemOutcome outcome =
        before.outcome() == ItemOutcome.UNKNOWN ? ItemOutcome.UNKNOWN : ItemOutcome.DONE_BEFORE;
    tally.face(person, key, outcome, before);
  }

  private Set<FaceId> known(PersonId person) {
    return Set.copyOf(library.queryFaces(QueryFaces.allOf(person)).ids());
  }

  /** The pictures that the person has, as far as the library tells. */
  private Set<String> hashes(PersonId person, Set<FaceId> known) {
    Set<String> hashes = new HashSet<>();
    for (Face face : library.queryFaces(QueryFaces.allOf(person)).faces()) {
      face.source().ifPresent(source -> hashes.add(source.toString()));
    }
    archive.ifPresent(
        it ->
            known.forEach(
                face ->
                    it.findArchivedFace(person, face)
                        .flatMap(ArchivedFace::image)
                        .ifPresent(image -> hashes.add(hash(image)))));
    return hashes;
  }

  static String hash(FaceImage image) {
    return image instanceof FaceImage.InMemory content
        ? content.sha256()
        : ((FaceImage.AtUrl) image).url().toString();
  }

  private Optional<Ready> load(PersonId person, FaceToCopy face, Set<String> hashes) {
    try {
      ArchivedFace loaded = face.loader().load();
      Optional<String> refusal = rules.refusal(loaded, takesEmbeddings);
      if (refusal.isPresent()) {
        end(person.value(), face.key(), Journal.Done.not(ItemOutcome.REJECTED, refusal.get()));
      } else if (loaded.image().isPresent() && !hashes.add(hash(loaded.image().get()))) {
        end(
            person.value(),
            face.key(),
            Journal.Done.not(ItemOutcome.DUPLICATE, "the person has the same picture"));
      } else {
        return Optional.of(new Ready(face.key(), loaded));
      }
    } catch (InvalidRequestException e) {
      end(person.value(), face.key(), Journal.Done.not(ItemOutcome.REJECTED, e.getMessage()));
    } catch (UnreadableException e) {
      end(person.value(), face.key(), Journal.Done.not(ItemOutcome.REJECTED, e.reason()));
    }
    return Optional.empty();
  }

  private void add(PersonId person, List<Ready> ready) {
    if (ready.isEmpty()) {
      return;
    }
    if (isPlan) {
      ready.forEach(
          it ->
              tally.face(
                  person.value(),
                  it.key(),
                  ItemOutcome.ADDED,
                  new Journal.Done(ItemOutcome.ADDED, Optional.empty(), Optional.empty())));
      return;
    }
    List<String> keys = ready.stream().map(Ready::key).toList();
    journal.intend(new Journal.Intent(person.value(), keys, known(person)));
    Map<String, Journal.Done> ends = new LinkedHashMap<>();
    try {
      AddFacesResult result = call(person, ready.stream().map(Ready::face).toList());
      for (int i = 0; i < keys.size(); i++) {
        ends.put(keys.get(i), end(result.outcomes().get(i)));
      }
    } catch (FaceLibraryException e) {
      ItemOutcome outcome = failure(e);
      keys.forEach(key -> ends.put(key, Journal.Done.not(outcome, e.getMessage())));
    }
    // A lost answer stays an intent: the next run looks for what became of it.
    if (ends.values().stream().noneMatch(end -> end.outcome() == ItemOutcome.UNKNOWN)) {
      journal.settle(ends);
    }
    ends.forEach((key, what) -> tally.face(person.value(), key, what.outcome(), what));
  }

  private AddFacesResult call(PersonId person, List<ArchivedFace> faces) {
    if (takesEmbeddings && faces.stream().anyMatch(face -> face.embedding().isPresent())) {
      return archive.orElseThrow().addArchivedFaces(person, faces);
    }
    return library.addFaces(
        new AddFaces(person, faces.stream().map(face -> face.image().orElseThrow()).toList()));
  }

  private static Journal.Done end(AddFacesResult.Outcome outcome) {
    if (outcome instanceof AddFacesResult.Added added) {
      return Journal.Done.added(added.face());
    }
    var failure = ((AddFacesResult.Rejected) outcome).failure();
    return Journal.Done.not(
        failure.kind().isTransient() ? ItemOutcome.FAILED : ItemOutcome.REJECTED,
        failure.reason().isEmpty()
            ? failure.message()
            : failure.reason() + ": " + failure.message());
  }

  private static ItemOutcome failure(FaceLibraryException cause) {
    return switch (cause.effect()) {
      case NONE -> cause.kind().isTransient() ? ItemOutcome.FAILED : ItemOutcome.REJECTED;
      case PARTIAL, UNKNOWN -> ItemOutcome.UNKNOWN;
    };
  }

  private void end(String person, String key, Journal.Done what) {
    if (!isPlan) {
      journal.settle(Map.of(key, what));
    }
    tally.face(person, key, what.outcome(), what);
  }
}
