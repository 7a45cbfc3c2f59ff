package io.facelibrary.transfer;

import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
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

/** Copies the faces of one person: a journal line before and after each call that adds. */
final class FacesCopy {
  private final PersonCopier copier;
  private final PersonId person;
  private final OutcomeLog ends;
  private final Set<FaceId> known = new HashSet<>();
  private final Set<String> contents = new HashSet<>();
  private int planned;

  FacesCopy(PersonCopier copier, PersonId person, OutcomeLog ends) {
    this.copier = copier;
    this.person = person;
    this.ends = ends;
  }

  /** A face that was read and may be added. */
  private record Ready(String key, ArchivedFace face) {}

  void copy(List<FaceToCopy> faces, boolean isAbsent) {
    if (faces.isEmpty()) {
      return;
    }
    if (!isAbsent) {
      lookUp(faces);
    }
    List<Ready> ready = new ArrayList<>();
    for (FaceToCopy face : faces) {
      if (copier.isStopped()) {
        break;
      }
      if (ends.endedBefore(face.key())) {
        remember(face);
        continue;
      }
      load(face).ifPresent(ready::add);
      if (ready.size() == copier.mostACall()) {
        add(ready);
        ready.clear();
      }
    }
    add(ready);
  }

  /** Finds out what the person has, and what became of calls whose answer was lost. */
  private void lookUp(List<FaceToCopy> faces) {
    List<Face> now = copier.library().queryFaces(QueryFaces.allOf(person)).faces();
    if (!copier.isPlan()) {
      for (Journal.Intent intent : copier.journal().openIntents(person.value())) {
        copier.journal().settle(new IntentRecovery(intent, now, copier.archive()).settle(faces));
      }
    }
    for (Face face : now) {
      known.add(face.id());
      face.source().ifPresent(source -> contents.add(source.toString()));
      copier
          .archive()
          .flatMap(it -> image(it, face.id()))
          .ifPresent(image -> contents.add(content(image)));
    }
  }

  private Optional<FaceImage> image(FaceArchive archive, FaceId face) {
    return archive.findArchivedFace(person, face).flatMap(ArchivedFace::image);
  }

  /** Where the library does not tell its pictures, those of an earlier run are looked up anew. */
  private void remember(FaceToCopy done) {
    if (done.mayRepeat() || copier.archive().isPresent()) {
      return;
    }
    try {
      done.loader().load().image().ifPresent(image -> contents.add(content(image)));
    } catch (InvalidRequestException | UnreadableException gone) {
      // It is not there any more, and can be nobody's double.
    }
  }

  /** A library may hold a picture twice, and its copy does then; a folder or a list is not to. */
  private boolean isDuplicate(FaceToCopy face, FaceImage image) {
    return face.mayRepeat()
        ? !copier.journal().isResumed() && contents.contains(content(image))
        : !contents.add(content(image));
  }

  private static String content(FaceImage image) {
    return image instanceof FaceImage.Bytes picture
        ? picture.sha256()
        : ((FaceImage.Url) image).url().toString();
  }

  private Optional<Ready> load(FaceToCopy face) {
    try {
      ArchivedFace loaded = face.loader().load();
      Optional<String> refusal = copier.rules().refusal(loaded, copier.takesEmbeddings());
      if (refusal.isPresent()) {
        ends.end(face.key(), Journal.Done.not(ItemOutcome.REJECTED, refusal.get()));
      } else if (loaded.image().isPresent() && isDuplicate(face, loaded.image().get())) {
        ends.end(
            face.key(), Journal.Done.not(ItemOutcome.DUPLICATE, "the person has the same picture"));
      } else {
        return Optional.of(new Ready(face.key(), loaded));
      }
    } catch (UnreadableException e) {
      ends.end(face.key(), Journal.Done.not(ItemOutcome.REJECTED, e.reason()));
    } catch (InvalidRequestException e) {
      ends.end(face.key(), Journal.Done.not(ItemOutcome.REJECTED, e.getMessage()));
    }
    return Optional.empty();
  }

  private void add(List<Ready> ready) {
    if (ready.isEmpty()) {
      return;
    }
    if (copier.isPlan()) {
      ready.forEach(face -> plan(face.key()));
      return;
    }
    List<String> keys = ready.stream().map(Ready::key).toList();
    copier.journal().intend(new Journal.Intent(person.value(), keys, Set.copyOf(known)));
    Map<String, Journal.Done> settled = new LinkedHashMap<>();
    try {
      AddFacesResult result = copier.add(person, ready.stream().map(Ready::face).toList());
      for (int i = 0; i < keys.size(); i++) {
        Journal.Done end = end(result.outcomes().get(i));
        end.face().ifPresent(known::add);
        settled.put(keys.get(i), end);
      }
      copier.journal().settle(settled);
    } catch (FaceLibraryException e) {
      ItemOutcome outcome = failure(e);
      keys.forEach(key -> settled.put(key, Journal.Done.not(outcome, e.getMessage())));
      // A lost answer stays an intent: the next run looks for what became of it.
      if (outcome != ItemOutcome.UNKNOWN) {
        copier.journal().settle(settled);
      } else {
        settled.forEach((key, what) -> ends.tell(key, what.outcome(), what));
        // What the person has is not known now, and a later call must not be mistaken for this.
        throw e;
      }
    }
    settled.forEach((key, what) -> ends.tell(key, what.outcome(), what));
  }

  private void plan(String key) {
    planned++;
    Optional<String> full = copier.rules().full(known.size() + planned);
    Journal.Done what =
        full.map(rule -> Journal.Done.not(ItemOutcome.REJECTED, rule))
            .orElseGet(
                () -> new Journal.Done(ItemOutcome.ADDED, Optional.empty(), Optional.empty()));
    ends.tell(key, what.outcome(), what);
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
}
