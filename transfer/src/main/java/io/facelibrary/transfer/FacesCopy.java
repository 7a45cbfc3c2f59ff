package io.facelibrary.transfer;

import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ItemFailure;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Copies the faces of one person, with a journal line before and after each call that adds. */
final class FacesCopy {
  private final CopyJob job;
  private final TargetRules rules;
  private final Optional<FaceArchive> archive;
  private final PersonId person;
  private final OutcomeLog log;
  private final Set<FaceId> known = new HashSet<>();
  private final Set<String> contents = new HashSet<>();
  private int planned;

  FacesCopy(CopyJob job, PersonId person, OutcomeLog log) {
    this.job = job;
    this.rules = job.rules();
    this.archive = job.archive();
    this.person = person;
    this.log = log;
  }

  /** A face that was loaded and may be added. */
  private record Ready(String key, ArchivedFace face) {}

  /**
   * Copies faces.
   *
   * @param isAbsent whether the library does not have the person, as in a plan
   */
  void copy(List<FaceToCopy> faces, boolean isAbsent) {
    if (faces.isEmpty()) {
      return;
    }
    if (!isAbsent) {
      readExisting(faces);
    }
    List<Ready> ready = new ArrayList<>();
    for (FaceToCopy face : faces) {
      if (job.isStopped()) {
        break;
      }
      if (log.isSettled(face.key())) {
        rememberContent(face);
        continue;
      }
      load(face).ifPresent(ready::add);
      if (ready.size() == job.facesPerCall()) {
        add(ready);
        ready.clear();
      }
    }
    add(ready);
  }

  /**
   * Reads the faces that the person has, and determines the outcome of calls whose response was
   * lost.
   */
  private void readExisting(List<FaceToCopy> faces) {
    List<Face> existing = job.library().queryFaces(QueryFaces.allOf(person)).faces();
    if (!job.isPlan()) {
      for (Journal.Intent intent : job.journal().openIntents(person.value())) {
        job.journal().settle(new IntentRecovery(intent, existing, archive).recover(faces));
      }
    }
    for (Face face : existing) {
      known.add(face.id());
      face.source().ifPresent(source -> contents.add(source.toString()));
      archive
          .flatMap(it -> readImage(it, face.id()))
          .ifPresent(image -> contents.add(contentKey(image)));
    }
  }

  private Optional<FaceImage> readImage(FaceArchive archive, FaceId face) {
    return archive.findArchivedFace(person, face).flatMap(ArchivedFace::image);
  }

  /**
   * If the library does not return its images, loads the image of an earlier run from the source.
   */
  private void rememberContent(FaceToCopy settled) {
    if (settled.mayRepeat() || archive.isPresent()) {
      return;
    }
    try {
      settled.loader().load().image().ifPresent(image -> contents.add(contentKey(image)));
    } catch (InvalidRequestException | UnreadableException unreadable) {
      // The image is no longer available, so it cannot be compared.
    }
  }

  /**
   * Returns whether the person has the image already. If a library holds an image twice, so does
   * its copy. From a folder or a list, a repeated image is not added.
   */
  private boolean isDuplicate(FaceToCopy face, FaceImage image) {
    return face.mayRepeat()
        ? !job.journal().isResumed() && contents.contains(contentKey(image))
        : !contents.add(contentKey(image));
  }

  private static String contentKey(FaceImage image) {
    return image instanceof FaceImage.Bytes bytes
        ? bytes.sha256()
        : ((FaceImage.Url) image).url().toString();
  }

  private Optional<Ready> load(FaceToCopy face) {
    try {
      ArchivedFace loaded = face.loader().load();
      Optional<String> refusal = rules.refusal(loaded, job.takesEmbeddings());
      if (refusal.isPresent()) {
        log.settle(face.key(), Journal.Done.withReason(ItemOutcome.REJECTED, refusal.get()));
      } else if (loaded.image().isPresent() && isDuplicate(face, loaded.image().get())) {
        log.settle(
            face.key(),
            Journal.Done.withReason(ItemOutcome.DUPLICATE, "the person has the same image"));
      } else {
        return Optional.of(new Ready(face.key(), loaded));
      }
    } catch (UnreadableException e) {
      log.settle(face.key(), Journal.Done.withReason(ItemOutcome.REJECTED, e.reason()));
    } catch (InvalidRequestException e) {
      log.settle(face.key(), Journal.Done.withReason(ItemOutcome.REJECTED, e));
    }
    return Optional.empty();
  }

  private void add(List<Ready> ready) {
    if (ready.isEmpty()) {
      return;
    }
    if (job.isPlan()) {
      ready.forEach(face -> plan(face.key()));
      return;
    }
    List<String> keys = ready.stream().map(Ready::key).toList();
    job.journal().intend(new Journal.Intent(person.value(), keys, Set.copyOf(known)));
    Map<String, Journal.Done> settled = new LinkedHashMap<>();
    try {
      AddFacesResult result = job.add(person, ready.stream().map(Ready::face).toList());
      for (int i = 0; i < keys.size(); i++) {
        Journal.Done done = done(result.outcomes().get(i));
        done.face().ifPresent(known::add);
        settled.put(keys.get(i), done);
      }
      job.journal().settle(settled);
      if (!result.unknown().isEmpty()) {
        // A later call must not take a face that this call may have added for one of its own.
        known.addAll(job.library().queryFaces(QueryFaces.allOf(person)).ids());
      }
    } catch (FaceLibraryException e) {
      ItemOutcome outcome = outcome(e);
      keys.forEach(key -> settled.put(key, Journal.Done.withReason(outcome, e)));
      if (outcome == ItemOutcome.UNKNOWN) {
        // The intent stays open: the next run determines the outcome of the call. This run stops
        // here,
        // because it no longer knows which faces the person had before a further call.
        settled.forEach(log::report);
        throw e;
      }
      job.journal().settle(settled);
    }
    settled.forEach(log::report);
  }

  private void plan(String key) {
    planned++;
    Optional<String> full = rules.full(known.size() + planned);
    log.report(
        key,
        full.map(rule -> Journal.Done.withReason(ItemOutcome.REJECTED, rule))
            .orElseGet(
                () -> new Journal.Done(ItemOutcome.ADDED, Optional.empty(), Optional.empty())));
  }

  private static Journal.Done done(AddFacesResult.Outcome outcome) {
    if (outcome instanceof AddFacesResult.Added added) {
      return Journal.Done.added(added.face());
    }
    if (outcome instanceof AddFacesResult.Rejected rejected) {
      return failed(
          rejected.failure().kind().isTransient() ? ItemOutcome.FAILED : ItemOutcome.REJECTED,
          rejected.failure());
    }
    return failed(ItemOutcome.UNKNOWN, ((AddFacesResult.Unknown) outcome).failure());
  }

  private static Journal.Done failed(ItemOutcome outcome, ItemFailure failure) {
    return Journal.Done.withReason(
        outcome,
        failure.reason().isEmpty()
            ? failure.message()
            : failure.reason() + ": " + failure.message());
  }

  private static ItemOutcome outcome(FaceLibraryException failure) {
    return switch (failure.effect()) {
      case NONE -> failure.kind().isTransient() ? ItemOutcome.FAILED : ItemOutcome.REJECTED;
      case PARTIAL, UNKNOWN -> ItemOutcome.UNKNOWN;
    };
  }
}
