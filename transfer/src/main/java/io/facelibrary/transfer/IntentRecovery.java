package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Determines the outcome of a call whose response was lost. Examines the faces that the person has
 * now and did not have before the call. They are compared by image, URL or embedding if the library
 * returns them, and otherwise counted. Another program may have added faces meanwhile, so the
 * outcome is unknown unless it is certain.
 */
final class IntentRecovery {
  private static final String LOST = "the response to the call that added it was lost";

  private final Journal.Intent intent;
  private final List<NewFace> newFaces;
  private final boolean isEveryFaceListed;

  /** A face that the person did not have before the call, with what the library returns of it. */
  private record NewFace(FaceId id, ArchivedFace content) {}

  /**
   * Prepares the recovery of a call.
   *
   * @param existing the faces that the person has now
   * @param isEveryFaceListed false if the library may return older data
   */
  IntentRecovery(
      Journal.Intent intent,
      List<Face> existing,
      boolean isEveryFaceListed,
      Optional<FaceArchive> archive) {
    this.intent = intent;
    this.isEveryFaceListed = isEveryFaceListed;
    PersonId person = PersonId.of(intent.person());
    this.newFaces =
        existing.stream()
            .filter(face -> !intent.before().contains(face.id()))
            .map(face -> new NewFace(face.id(), readContent(person, face, archive)))
            .collect(Collectors.toCollection(ArrayList::new));
  }

  private static ArchivedFace readContent(
      PersonId person, Face face, Optional<FaceArchive> archive) {
    return archive
        .flatMap(library -> library.findArchivedFace(person, face.id()))
        .orElseGet(() -> ArchivedFace.of(face.source().map(FaceImage::at), Optional.empty()));
  }

  /** Returns the outcome of each face of the call. A face that was not added must be sent again. */
  Map<String, Journal.Done> recover(List<FaceToCopy> faces) {
    Map<String, FaceToCopy> byKey =
        faces.stream().collect(Collectors.toMap(FaceToCopy::key, it -> it, (one, other) -> one));
    Map<String, Journal.Done> recovered = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    for (String key : intent.keys()) {
      Optional<FaceId> face = Optional.ofNullable(byKey.get(key)).flatMap(this::takeSame);
      face.ifPresentOrElse(id -> recovered.put(key, Journal.Done.added(id)), () -> left.add(key));
    }
    // Another program added the faces with other images.
    newFaces.removeIf(face -> face.content().image().isPresent());
    for (String key : left) {
      recovered.put(key, outcomeByCount(left.size()));
    }
    return recovered;
  }

  private Journal.Done outcomeByCount(int left) {
    if (newFaces.isEmpty() && isEveryFaceListed) {
      return Journal.Done.withReason(
          ItemOutcome.FAILED, "it was not added; another run tries it again");
    }
    if (newFaces.size() != left) {
      return Journal.Done.withReason(ItemOutcome.UNKNOWN, LOST);
    }
    return left == 1
        ? Journal.Done.added(newFaces.get(0).id())
        : Journal.Done.withReason(
            ItemOutcome.ADDED, LOST + "; it is not known which of the new faces it is");
  }

  private Optional<FaceId> takeSame(FaceToCopy face) {
    if (newFaces.isEmpty()) {
      return Optional.empty();
    }
    try {
      ArchivedFace wanted = face.loader().load();
      for (Iterator<NewFace> all = newFaces.iterator(); all.hasNext(); ) {
        NewFace candidate = all.next();
        if (isSame(candidate.content(), wanted)) {
          all.remove();
          return Optional.of(candidate.id());
        }
      }
      return Optional.empty();
    } catch (InvalidRequestException | UnreadableException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(ArchivedFace kept, ArchivedFace wanted) {
    if (kept.image().isPresent() && wanted.image().isPresent()) {
      return kept.image().equals(wanted.image());
    }
    return kept.embedding().isPresent()
        && wanted.embedding().isPresent()
        && Arrays.equals(kept.embedding().get().toArray(), wanted.embedding().get().toArray());
  }
}
