package io.facelibrary.engine;

import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import io.facelibrary.QueryFacesResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for the faces of one person. They run while the store holds the person's lock. */
final class FaceRules {
  private final LibraryStore store;
  private final int facesPerPerson;
  private final boolean returnsSource;

  FaceRules(LibraryStore store, Capabilities capabilities) {
    this.store = store;
    facesPerPerson = capabilities.limits().facesPerPerson().orElse(Integer.MAX_VALUE);
    returnsSource = capabilities.offers(Capability.FACE_IMAGE_URL);
  }

  /** The number of faces that can still be added to the person. */
  int freePlaces(PersonReader person) {
    return facesPerPerson - person.faceCount();
  }

  /** Adds the faces of a batch. Adds none and returns empty if too few of them are encoded. */
  Optional<AddFacesResult> add(PersonWriter person, FaceBatch batch) {
    int freePlaces = freePlaces(person);
    if (!batch.hasEnough(freePlaces)) {
      return Optional.empty();
    }
    List<AddFacesResult.Outcome> outcomes = new ArrayList<>(batch.count());
    for (int i = 0; i < batch.count(); i++) {
      Optional<ItemFailure> rejection = batch.rejection(i);
      if (rejection.isPresent()) {
        outcomes.add(AddFacesResult.Rejected.of(rejection.get()));
      } else if (freePlaces > 0) {
        outcomes.add(AddFacesResult.Added.of(add(person, batch.content(i))));
        freePlaces--;
      } else {
        outcomes.add(AddFacesResult.Rejected.of(quotaExceeded(i)));
      }
    }
    return Optional.of(AddFacesResult.of(outcomes));
  }

  private FaceId add(PersonWriter person, ArchivedFace content) {
    Face face = withSource(Face.of(store.issueFaceId()), content);
    person.addFace(face, content);
    return face.id();
  }

  private Face withSource(Face face, ArchivedFace content) {
    return returnsSource && content.image().orElse(null) instanceof FaceImage.Url url
        ? face.withSource(url.url())
        : face;
  }

  private ItemFailure quotaExceeded(int index) {
    return ItemFailure.of(
        index,
        ErrorKind.QUOTA_EXCEEDED,
        "the person has the maximum of " + facesPerPerson + " faces");
  }

  static DeleteFacesResult delete(PersonWriter person, List<FaceId> ids) {
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>(ids.size());
    for (FaceId id : ids) {
      outcomes.add(
          person.deleteFace(id)
              ? DeleteFacesResult.Deleted.of(id)
              : DeleteFacesResult.Absent.of(id));
    }
    return DeleteFacesResult.of(outcomes);
  }

  static QueryFacesResult query(PersonReader person, List<FaceId> ids) {
    List<Face> found = new ArrayList<>(ids.size());
    List<FaceId> missing = new ArrayList<>(0);
    for (FaceId id : ids) {
      person.findFace(id).ifPresentOrElse(found::add, () -> missing.add(id));
    }
    return QueryFacesResult.of(found, missing);
  }

  static FaceLibraryException unknownPerson() {
    return FaceLibraryException.of(
        ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library");
  }
}
