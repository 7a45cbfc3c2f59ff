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
 * Finds out what became of a call whose answer was lost, by the faces that the person has now and
 * had not before: by their pictures, addresses or embeddings where the library tells them, else by
 * their number. Somebody else may have added some meanwhile, so what is not certain is unknown.
 */
final class IntentRecovery {
  private static final String LOST = "the answer to the call that added it was lost";

  private final Journal.Intent intent;
  private final List<Known> appeared;

  /** A face that appeared, and what is known of it. */
  private record Known(FaceId id, ArchivedFace content) {}

  IntentRecovery(Journal.Intent intent, List<Face> now, Optional<FaceArchive> archive) {
    this.intent = intent;
    PersonId person = PersonId.of(intent.person());
    this.appeared =
        now.stream()
            .filter(face -> !intent.before().contains(face.id()))
            .map(face -> new Known(face.id(), content(person, face, archive)))
            .collect(Collectors.toCollection(ArrayList::new));
  }

  private static ArchivedFace content(PersonId person, Face face, Optional<FaceArchive> archive) {
    return archive
        .flatMap(library -> library.findArchivedFace(person, face.id()))
        .orElseGet(() -> new ArchivedFace(face.source().map(FaceImage::at), Optional.empty()));
  }

  /** What became of the faces; those that were not added are to be added again. */
  Map<String, Journal.Done> settle(List<FaceToCopy> faces) {
    Map<String, FaceToCopy> byKey =
        faces.stream().collect(Collectors.toMap(FaceToCopy::key, it -> it, (one, other) -> one));
    Map<String, Journal.Done> settled = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    for (String key : intent.keys()) {
      Optional<FaceId> face = Optional.ofNullable(byKey.get(key)).flatMap(this::takeSame);
      face.ifPresentOrElse(id -> settled.put(key, Journal.Done.added(id)), () -> left.add(key));
    }
    // What shows another picture was added by somebody else.
    appeared.removeIf(face -> face.content().image().isPresent());
    for (String key : left) {
      settled.put(key, rest(left.size()));
    }
    return settled;
  }

  private Journal.Done rest(int left) {
    if (appeared.isEmpty()) {
      return Journal.Done.not(ItemOutcome.FAILED, "it was not added; to be tried again");
    }
    if (appeared.size() != left) {
      return Journal.Done.not(ItemOutcome.UNKNOWN, LOST);
    }
    return left == 1
        ? Journal.Done.added(appeared.get(0).id())
        : Journal.Done.not(ItemOutcome.ADDED, LOST + "; which of the new faces it is, is not told");
  }

  private Optional<FaceId> takeSame(FaceToCopy face) {
    if (appeared.isEmpty()) {
      return Optional.empty();
    }
    try {
      ArchivedFace wanted = face.loader().load();
      for (Iterator<Known> all = appeared.iterator(); all.hasNext(); ) {
        Known known = all.next();
        if (isSame(known.content(), wanted)) {
          all.remove();
          return Optional.of(known.id());
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
