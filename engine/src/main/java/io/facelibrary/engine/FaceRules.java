package io.facelibrary.engine;

import io.facelibrary.AddFacesResult;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import io.facelibrary.QueryFacesResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for the faces of one person. */
final class FaceRules {
  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final Reads ADDING = Reads.NOTHING.adding();
  private static final Reads COUNT = Reads.of(Part.FACE_COUNT);
  private static final Reads COUNT_ADDING = COUNT.adding();

  private final int facesPerPerson;
  private final boolean returnsSource;

  FaceRules(Capabilities capabilities) {
    facesPerPerson = capabilities.limits().facesPerPerson().orElse(UNLIMITED);
    returnsSource = capabilities.offers(Capability.FACE_IMAGE_URL);
  }

  /** All that {@link #freePlaces} reads. */
  Reads readsOfFreePlaces() {
    return facesPerPerson == UNLIMITED ? Reads.NOTHING : COUNT;
  }

  /** All that {@link #add} reads. */
  Reads readsOfAdd() {
    return facesPerPerson == UNLIMITED ? ADDING : COUNT_ADDING;
  }

  /** The number of faces that can still be added to the person. */
  int freePlaces(PersonSnapshot person) {
    return facesPerPerson == UNLIMITED ? UNLIMITED : facesPerPerson - person.faceCount();
  }

  /**
   * Adds the faces of a batch. Adds none and returns empty if too few of them are encoded.
   *
   * @param ids one id for each face of the batch
   */
  Decision<Optional<AddFacesResult>> add(PersonSnapshot person, FaceBatch batch, List<FaceId> ids) {
    int freePlaces = freePlaces(person);
    if (!batch.hasEnough(freePlaces)) {
      return Decision.unchanged(Optional.empty());
    }
    List<AddFacesResult.Outcome> outcomes = new ArrayList<>(batch.count());
    List<NewFace> added =
        freePlaces > 0 ? new ArrayList<>(Math.min(freePlaces, batch.count())) : List.of();
    for (int i = 0; i < batch.count(); i++) {
      Optional<ItemFailure> rejection = batch.rejection(i);
      if (rejection.isPresent()) {
        outcomes.add(AddFacesResult.Rejected.of(rejection.get()));
      } else if (added.size() < freePlaces) {
        NewFace face = newFace(ids.get(i), batch.image(i), batch.embedding(i));
        added.add(face);
        outcomes.add(AddFacesResult.Added.of(face.id()));
      } else {
        outcomes.add(AddFacesResult.Rejected.of(quotaExceeded(i)));
      }
    }
    Optional<AddFacesResult> result = Optional.of(AddFacesResult.of(outcomes));
    return added.isEmpty()
        ? Decision.unchanged(result)
        : Decision.of(result, PersonChange.NONE.adding(added));
  }

  private NewFace newFace(FaceId id, Optional<FaceImage> image, Optional<FaceEmbedding> embedding) {
    Face face = Face.of(id);
    return new NewFace(
        returnsSource && image.orElse(null) instanceof FaceImage.Url url
            ? face.withSource(url.url())
            : face,
        image,
        embedding);
  }

  private ItemFailure quotaExceeded(int index) {
    return ItemFailure.of(
        index,
        ErrorKind.QUOTA_EXCEEDED,
        "the person has the maximum of " + facesPerPerson + " faces");
  }

  static Decision<DeleteFacesResult> delete(PersonSnapshot person, List<FaceId> ids) {
    List<FaceId> present = person.present(ids);
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>(ids.size());
    int next = 0;
    for (FaceId id : ids) {
      if (next < present.size() && present.get(next).equals(id)) {
        outcomes.add(DeleteFacesResult.Deleted.of(id));
        next++;
      } else {
        outcomes.add(DeleteFacesResult.Absent.of(id));
      }
    }
    DeleteFacesResult result = DeleteFacesResult.of(outcomes);
    return present.isEmpty()
        ? Decision.unchanged(result)
        : Decision.of(result, PersonChange.NONE.deleting(present));
  }

  static QueryFacesResult query(PersonSnapshot person, List<FaceId> ids) {
    List<Face> found = person.faces(ids);
    if (found.size() == ids.size()) {
      return QueryFacesResult.of(found, List.of());
    }
    List<FaceId> missing = new ArrayList<>(ids.size() - found.size());
    int next = 0;
    for (FaceId id : ids) {
      if (next < found.size() && found.get(next).id().equals(id)) {
        next++;
      } else {
        missing.add(id);
      }
    }
    return QueryFacesResult.of(found, missing);
  }

  static FaceLibraryException unknownPerson() {
    return FaceLibraryException.of(
        ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library");
  }
}
