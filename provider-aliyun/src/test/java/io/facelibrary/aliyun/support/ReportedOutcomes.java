package io.facelibrary.aliyun.support;

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

/** The outcomes that calls reported, to compare them with the effects in the library. */
public final class ReportedOutcomes {
  private final Queue<ReportedAdd> adds = new ConcurrentLinkedQueue<>();
  private final Queue<ReportedDelete> deletes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger succeeded = new AtomicInteger();
  private final AtomicInteger failedWithoutEffect = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();

  /** The reported outcome of an image: added as this face, or not added, or unknown. */
  private record ReportedAdd(
      PersonId person, FaceImage image, Optional<FaceId> added, boolean isUnknown) {}

  /** The reported outcome of a face to delete: deleted, or still there, or unknown. */
  private record ReportedDelete(
      PersonId person, FaceId face, boolean isDeleted, boolean isUnknown) {}

  void recordAdd(PersonId person, List<FaceImage> images, AddFacesResult result) {
    succeeded.incrementAndGet();
    for (int i = 0; i < images.size(); i++) {
      Optional<FaceId> face =
          result.outcomes().get(i) instanceof Added added
              ? Optional.of(added.face())
              : Optional.empty();
      adds.add(new ReportedAdd(person, images.get(i), face, false));
    }
  }

  void recordFailedAdd(PersonId person, List<FaceImage> images, FaceLibraryException failure) {
    boolean isUnknown = count(failure);
    images.forEach(image -> adds.add(new ReportedAdd(person, image, Optional.empty(), isUnknown)));
  }

  void recordDelete(PersonId person, List<FaceId> faces, DeleteFacesResult result) {
    succeeded.incrementAndGet();
    Set<FaceId> absent = new HashSet<>(result.deleted());
    absent.addAll(result.absent());
    faces.forEach(
        face -> deletes.add(new ReportedDelete(person, face, absent.contains(face), false)));
  }

  void recordFailedDelete(PersonId person, List<FaceId> faces, FaceLibraryException failure) {
    boolean isUnknown = count(failure);
    faces.forEach(face -> deletes.add(new ReportedDelete(person, face, false, isUnknown)));
  }

  private boolean count(FaceLibraryException failure) {
    boolean isUnknown = failure.effect() != Effect.NONE;
    (isUnknown ? unknown : failedWithoutEffect).incrementAndGet();
    return isUnknown;
  }

  public int calls() {
    return callsWithKnownEffect() + unknown.get();
  }

  public int callsWithKnownEffect() {
    return succeeded.get() + failedWithoutEffect.get();
  }

  public String summary() {
    return succeeded
        + " calls succeeded, "
        + failedWithoutEffect
        + " failed without effect, "
        + unknown
        + " with unknown effect; "
        + adds.stream().filter(it -> it.added().isPresent()).count()
        + " faces added, "
        + deletes.stream().filter(ReportedDelete::isDeleted).count()
        + " deleted";
  }

  /** Returns the reports that contradict the effects in the library. */
  public List<String> contradictions(FaceRecorder recorder) {
    List<String> contradictions = new ArrayList<>();
    for (ReportedAdd add : adds) {
      List<FaceId> created = recorder.facesOf(add.image());
      if (add.added().isPresent() && !created.equals(List.of(add.added().get()))) {
        contradictions.add("reported as added once, created " + created.size() + " faces");
      }
      if (add.added().isEmpty() && !add.isUnknown() && !created.isEmpty()) {
        contradictions.add("reported as not added, created " + created.size() + " faces");
      }
      if (add.isUnknown() && created.size() > 1) {
        contradictions.add("of unknown effect, created " + created.size() + " faces");
      }
    }
    contradictions.addAll(contradictingDeletes(recorder));
    Set<FaceId> toDelete = new HashSet<>();
    deletes.forEach(delete -> toDelete.add(delete.face()));
    for (ReportedAdd add : adds) {
      Optional<FaceId> kept = add.added().filter(face -> !toDelete.contains(face));
      if (kept.isPresent() && !isHeld(recorder, add.person(), kept.get())) {
        contradictions.add("reported as added and never deleted, but is absent");
      }
    }
    return contradictions;
  }

  private List<String> contradictingDeletes(FaceRecorder recorder) {
    List<String> contradictions = new ArrayList<>();
    for (ReportedDelete delete : deletes) {
      boolean isHeld = isHeld(recorder, delete.person(), delete.face());
      if (delete.isDeleted() && isHeld) {
        contradictions.add("reported as deleted, but is present");
      }
      if (!delete.isDeleted() && !delete.isUnknown() && !isHeld) {
        contradictions.add("reported as present, but is deleted");
      }
    }
    return contradictions;
  }

  private static boolean isHeld(FaceRecorder recorder, PersonId person, FaceId face) {
    return !recorder.queryFaces(QueryFaces.of(person, face)).faces().isEmpty();
  }
}
