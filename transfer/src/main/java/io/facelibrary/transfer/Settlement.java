package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what became of a call whose answer was lost, by the faces that the person has now and
 * had not before. Somebody else may have added some meanwhile, so what is not certain is unknown.
 */
final class Settlement {
  private static final String LOST = "the answer to the call that added it was lost";

  private final Journal.Intent intent;
  private final List<FaceId> appeared;
  private final Optional<FaceArchive> archive;

  Settlement(Journal.Intent intent, Set<FaceId> now, Optional<FaceArchive> archive) {
    this.intent = intent;
    this.appeared =
        now.stream()
            .filter(face -> !intent.before().contains(face))
            .sorted(Comparator.comparing(FaceId::value))
            .toList();
    this.archive = archive;
  }

  /** What became of the faces; those that were not added are to be added again. */
  Map<String, Journal.Done> settle(List<FaceToCopy> faces) {
    Map<String, Journal.Done> settled = new LinkedHashMap<>();
    if (appeared.isEmpty()) {
      intent.keys().forEach(key -> settled.put(key, again()));
    } else if (archive.isPresent()) {
      byContent(faces, archive.get(), settled);
    } else {
      intent.keys().forEach(key -> settled.put(key, Journal.Done.not(ItemOutcome.UNKNOWN, LOST)));
    }
    return settled;
  }

  private static Journal.Done again() {
    return Journal.Done.not(ItemOutcome.FAILED, "it was not added; to be tried again");
  }

  private void byContent(
      List<FaceToCopy> faces, FaceArchive library, Map<String, Journal.Done> settled) {
    Map<ArchivedFace, FaceId> found = new HashMap<>();
    PersonId person = PersonId.of(intent.person());
    for (FaceId face : appeared) {
      library.findArchivedFace(person, face).ifPresent(it -> found.put(essence(it), face));
    }
    Map<String, FaceToCopy> byKey =
        faces.stream().collect(Collectors.toMap(FaceToCopy::key, it -> it, (one, other) -> one));
    for (String key : intent.keys()) {
      Optional<FaceId> face = Optional.ofNullable(byKey.get(key)).flatMap(it -> found(it, found));
      settled.put(key, face.map(Journal.Done::added).orElseGet(Settlement::again));
    }
  }

  private static Optional<FaceId> found(FaceToCopy face, Map<ArchivedFace, FaceId> found) {
    try {
      return Optional.ofNullable(found.remove(essence(face.loader().load())));
    } catch (InvalidRequestException | UnreadableException e) {
      return Optional.empty();
    }
  }

  /** A face by its picture; by its embedding where none is kept. */
  private static ArchivedFace essence(ArchivedFace face) {
    return face.image().isPresent() ? new ArchivedFace(face.image(), Optional.empty()) : face;
  }
}
