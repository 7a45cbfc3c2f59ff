package io.facelibrary.aliyun;

import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the calls said, to be held against what happened. */
final class Account {
  private final Queue<Picture> pictures = new ConcurrentLinkedQueue<>();
  private final Queue<Deletion> deletions = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failedWithoutEffect = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();

  /** What was said of a picture: added as this face, or not added, or nobody knows. */
  private record Picture(
      PersonId person, FaceImage image, Optional<FaceId> added, boolean isUnknown) {}

  /** What was said of a face to delete: it is gone, or still there, or nobody knows. */
  private record Deletion(PersonId person, FaceId face, boolean isGone, boolean isUnknown) {}

  void added(PersonId person, List<FaceImage> images, AddFacesResult result) {
    answered.incrementAndGet();
    for (int i = 0; i < images.size(); i++) {
      Optional<FaceId> face =
          result.outcomes().get(i) instanceof Added added
              ? Optional.of(added.face())
              : Optional.empty();
      pictures.add(new Picture(person, images.get(i), face, false));
    }
  }

  void addFailed(PersonId person, List<FaceImage> images, FaceLibraryException failure) {
    boolean isUnknown = count(failure);
    images.forEach(image -> pictures.add(new Picture(person, image, Optional.empty(), isUnknown)));
  }

  void deleted(PersonId person, List<FaceId> faces, DeleteFacesResult result) {
    answered.incrementAndGet();
    Set<FaceId> gone = new HashSet<>(result.deleted());
    gone.addAll(result.absent());
    faces.forEach(face -> deletions.add(new Deletion(person, face, gone.contains(face), false)));
  }

  void deleteFailed(PersonId person, List<FaceId> faces, FaceLibraryException failure) {
    boolean isUnknown = count(failure);
    faces.forEach(face -> deletions.add(new Deletion(person, face, false, isUnknown)));
  }

  private boolean count(FaceLibraryException failure) {
    boolean isUnknown = failure.effect() != Effect.NONE;
    (isUnknown ? unknown : failedWithoutEffect).incrementAndGet();
    return isUnknown;
  }

  int calls() {
    return settledCalls() + unknown.get();
  }

  int settledCalls() {
    return answered.get() + failedWithoutEffect.get();
  }

  String summary() {
    return answered
        + " calls answered, "
        + failedWithoutEffect
        + " failed without effect, "
        + unknown
        + " with unknown fate; "
        + pictures.stream().filter(it -> it.added().isPresent()).count()
        + " faces added, "
        + deletions.stream().filter(Deletion::isGone).count()
        + " deleted";
  }

  /** Returns what was said and is not so. */
  List<String> contradictions(Ledger ledger) {
    List<String> contradictions = new ArrayList<>();
    for (Picture picture : pictures) {
      List<FaceId> made = ledger.madeOf(picture.image());
      if (picture.added().isPresent() && !made.equals(List.of(picture.added().get()))) {
        contradictions.add("said to be added once, made " + made.size() + " faces");
      }
      if (picture.added().isEmpty() && !picture.isUnknown() && !made.isEmpty()) {
        contradictions.add("said not to be added, made " + made.size() + " faces");
      }
      if (picture.isUnknown() && made.size() > 1) {
        contradictions.add("of unknown fate, made " + made.size() + " faces");
      }
    }
    contradictions.addAll(contradictionsOfDeletions(ledger));
    Set<FaceId> asked = new HashSet<>();
    deletions.forEach(deletion -> asked.add(deletion.face()));
    for (Picture picture : pictures) {
      Optional<FaceId> kept = picture.added().filter(face -> !asked.contains(face));
      if (kept.isPresent() && !isHeld(ledger, picture.person(), kept.get())) {
        contradictions.add("said to be added and never deleted, and is not there");
      }
    }
    return contradictions;
  }

  private List<String> contradictionsOfDeletions(Ledger ledger) {
    List<String> contradictions = new ArrayList<>();
    for (Deletion deletion : deletions) {
      boolean isHeld = isHeld(ledger, deletion.person(), deletion.face());
      if (deletion.isGone() && isHeld) {
        contradictions.add("said to be deleted, and is there");
      }
      if (!deletion.isGone() && !deletion.isUnknown() && !isHeld) {
        contradictions.add("said to be there still, and is deleted");
      }
    }
    return contradictions;
  }

  private static boolean isHeld(Ledger ledger, PersonId person, FaceId face) {
    return !ledger.queryFaces(QueryFaces.of(person, face)).faces().isEmpty();
  }
}
