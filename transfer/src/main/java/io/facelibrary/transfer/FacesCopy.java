package io.facelibrary.transfer;

import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Copies the faces of one person, with a journal line before and after each call that adds. */
final class FacesCopy {
  private static final Journal.Done NEEDS_IMAGE =
      Journal.Done.withReason(
          ItemOutcome.REJECTED,
          "the library has no persons without faces, and the person has no image to begin with");

  private final CopyJob job;
  private final TargetRules rules;
  private final PersonId person;
  private final OutcomeLog log;
  private final KnownImages images;
  private final Set<FaceId> known = new HashSet<>();
  private final List<Ready> waiting = new ArrayList<>();
  private Optional<NewPerson> toEnrol = Optional.empty();
  private int planned;

  FacesCopy(CopyJob job, PersonId person, OutcomeLog log) {
    this.job = job;
    this.rules = job.rules();
    this.person = person;
    this.log = log;
    this.images =
        new KnownImages(
            person, job.archive(), rules.hasSameImageTwice(), job.journal().isResumed());
  }

  /** A face that was loaded and may be added. */
  private record Ready(String key, ArchivedFace face) {}

  /** Copies the faces of a person who is in the library. */
  void copyToKnown(List<FaceToCopy> faces) {
    if (!faces.isEmpty()) {
      readExisting(faces);
      copy(faces);
    }
  }

  /** Plans the faces of a person whom a run would add first. */
  void copyToAbsent(List<FaceToCopy> faces) {
    copy(faces);
  }

  /** Copies the faces of a person whom the library adds only together with a face. */
  void copyWith(NewPerson added, List<FaceToCopy> faces) {
    toEnrol = Optional.of(added);
    recover(faces, List.of());
    copy(faces);
  }

  private void copy(List<FaceToCopy> faces) {
    List<Ready> ready = new ArrayList<>();
    for (FaceToCopy face : faces) {
      if (job.isStopped()) {
        break;
      }
      if (log.isSettled(face.key())) {
        job.journal().done(face.key()).flatMap(Journal.Done::face).ifPresent(known::add);
        images.rememberSettled(face);
        continue;
      }
      load(face).ifPresent(ready::add);
      if (ready.size() == job.facesPerCall()) {
        addOrWait(ready);
        ready.clear();
      }
    }
    addOrWait(ready);
    addWaiting();
  }

  private void readExisting(List<FaceToCopy> faces) {
    List<Face> existing = job.library().queryFaces(QueryFaces.allOf(person)).faces();
    recover(faces, existing);
    for (Face face : existing) {
      known.add(face.id());
      images.remember(face);
    }
  }

  /** Determines the outcome of calls whose response was lost. */
  private void recover(List<FaceToCopy> faces, List<Face> existing) {
    if (job.isPlan()) {
      return;
    }
    for (Journal.Intent intent : job.journal().openIntents(person.value())) {
      IntentRecovery recovery =
          new IntentRecovery(intent, existing, rules.hasConsistentQueries(), job.archive());
      job.journal().settle(recovery.recover(faces));
    }
  }

  private Optional<Ready> load(FaceToCopy face) {
    try {
      ArchivedFace loaded = face.loader().load();
      Optional<String> refusal = rules.refusal(loaded, job.takesEmbeddings());
      if (refusal.isPresent()) {
        log.settle(face.key(), Journal.Done.withReason(ItemOutcome.REJECTED, refusal.get()));
      } else if (loaded.image().isPresent() && images.isDuplicate(face, loaded.image().get())) {
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

  /**
   * Adds faces. While the person has to be added together with a face, one face at a time, because
   * the library may reject it. A face that only has an embedding waits until the person is there.
   */
  private void addOrWait(List<Ready> ready) {
    List<Ready> rest = new ArrayList<>(ready);
    for (Ready face : ready) {
      if (toEnrol.isEmpty()) {
        break;
      }
      rest.remove(0);
      if (canEnrol(face)) {
        enrol(toEnrol.get(), face);
      } else {
        waiting.add(face);
      }
    }
    add(rest);
  }

  private boolean canEnrol(Ready ready) {
    return ready.face().image().filter(image -> rules.refusal(image).isEmpty()).isPresent();
  }

  private void enrol(NewPerson added, Ready face) {
    if (job.isPlan()) {
      enrolled();
      plan(face.key());
      return;
    }
    Collection<Journal.Done> outcomes =
        call(List.of(face), () -> job.enrol(added, face.face())).values();
    if (outcomes.stream().anyMatch(done -> done.face().isPresent())) {
      enrolled();
      added.leaveGroups(job.library());
    }
  }

  private void enrolled() {
    job.counters().countPerson();
    toEnrol = Optional.empty();
  }

  private void addWaiting() {
    if (toEnrol.isEmpty()) {
      for (int from = 0; from < waiting.size(); from += job.facesPerCall()) {
        add(waiting.subList(from, Math.min(waiting.size(), from + job.facesPerCall())));
      }
    } else if (!job.isStopped()) {
      waiting.forEach(face -> log.settle(face.key(), NEEDS_IMAGE));
    }
  }

  private void add(List<Ready> ready) {
    if (ready.isEmpty()) {
      return;
    }
    if (job.isPlan()) {
      ready.forEach(face -> plan(face.key()));
      return;
    }
    call(ready, () -> job.add(person, ready.stream().map(Ready::face).toList()));
  }

  /** Makes a call that adds faces, and returns the outcome of each. */
  private Map<String, Journal.Done> call(List<Ready> ready, Supplier<AddFacesResult> adding) {
    List<String> keys = ready.stream().map(Ready::key).toList();
    job.journal().intend(new Journal.Intent(person.value(), keys, Set.copyOf(known)));
    Map<String, Journal.Done> settled = new LinkedHashMap<>();
    try {
      AddFacesResult result = adding.get();
      for (int i = 0; i < keys.size(); i++) {
        Journal.Done done = Outcomes.of(result.outcomes().get(i));
        done.face().ifPresent(known::add);
        settled.put(keys.get(i), done);
      }
      job.journal().settle(settled);
      if (!result.unknown().isEmpty()) {
        // A later call must not take a face that this call may have added for one of its own.
        known.addAll(job.library().queryFaces(QueryFaces.allOf(person)).ids());
      }
    } catch (FaceLibraryException e) {
      ItemOutcome outcome = Outcomes.of(e);
      keys.forEach(key -> settled.put(key, Journal.Done.withReason(outcome, e)));
      if (outcome == ItemOutcome.UNKNOWN) {
        // The intent stays open: the next run determines the outcome of the call. This run stops
        // here, because it no longer knows which faces the person had before a further call.
        settled.forEach(log::report);
        throw e;
      }
      job.journal().settle(settled);
    }
    settled.forEach(log::report);
    return settled;
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
}
