package io.facelibrary.engine;

import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
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
  private static final Reads FACES = Reads.of(Part.FACES);
  private static final Reads FACES_AND_COUNT = Reads.of(Part.FACES, Part.FACE_COUNT);
  private static final Reads ADDING = Reads.NOTHING.adding();
  private static final Reads COUNT = Reads.of(Part.FACE_COUNT);
  private static final Reads COUNT_ADDING = COUNT.adding();
  private static final Reads CONTENT_ADDING =
      Reads.of(Part.FACE_COUNT, Part.FACES, Part.CONTENT).adding();

  private final int facesPerPerson;
  private final String fullMessage;
  private final boolean returnsSource;
  private final boolean sameImageTwice;
  private final boolean needsFace;

  FaceRules(Capabilities capabilities) {
    facesPerPerson = capabilities.limits().facesPerPerson().orElse(UNLIMITED);
    fullMessage = "the person has the maximum of " + facesPerPerson + " faces";
    returnsSource = capabilities.offers(Capability.FACE_IMAGE_URL);
    sameImageTwice = capabilities.offers(Capability.SAME_IMAGE_TWICE);
    needsFace = !capabilities.offers(Capability.PERSONS_WITHOUT_FACES);
  }

  /** All that {@link #freePlaces} reads. */
  Reads readsOfFreePlaces() {
    return facesPerPerson == UNLIMITED ? Reads.NOTHING : COUNT;
  }

  /** All that {@link #add} reads. */
  Reads readsOfAdd() {
    if (!sameImageTwice) {
      return CONTENT_ADDING;
    }
    return facesPerPerson == UNLIMITED ? ADDING : COUNT_ADDING;
  }

  /** The number of faces that can still be added to the person. */
  int freePlaces(PersonSnapshot person) {
    return facesPerPerson == UNLIMITED ? UNLIMITED : facesPerPerson - person.faceCount();
  }

  /**
   * The number of faces to encode for a person with these free places. A duplicate takes no place,
   * so it is not known before how many faces are needed.
   */
  int needed(int freePlaces) {
    return sameImageTwice ? freePlaces : UNLIMITED;
  }

  /**
   * Adds the faces of a batch. Adds none and returns empty if too few of them are encoded.
   *
   * @param ids one id for each face of the batch
   */
  Decision<Optional<AddFacesResult>> add(PersonSnapshot person, FaceBatch batch, List<FaceId> ids) {
    int freePlaces = freePlaces(person);
    if (!batch.hasEnough(needed(freePlaces))) {
      return Decision.unchanged(Optional.empty());
    }
    NewFaces faces = select(freePlaces, known(person), batch, ids);
    Optional<AddFacesResult> result = Optional.of(faces.result());
    return faces.added().isEmpty()
        ? Decision.unchanged(result)
        : Decision.of(result, PersonChange.NONE.adding(faces.added()));
  }

  /** Selects the faces of a batch that a new person gets. The batch must be encoded. */
  NewFaces selectForNewPerson(FaceBatch batch, List<FaceId> ids) {
    return select(facesPerPerson, new ArrayList<>(), batch, ids);
  }

  /** The number of faces of a new person. */
  int placesOfNewPerson() {
    return facesPerPerson;
  }

  /** The faces of a batch that are added, and the outcome for each face of the batch. */
  record NewFaces(List<NewFace> added, AddFacesResult result) {}

  private List<ArchivedFace> known(PersonSnapshot person) {
    if (sameImageTwice) {
      return List.of();
    }
    List<ArchivedFace> known = new ArrayList<>();
    person.faces().forEach(face -> person.content(face.id()).ifPresent(known::add));
    return known;
  }

  private NewFaces select(
      int freePlaces, List<ArchivedFace> known, FaceBatch batch, List<FaceId> ids) {
    List<AddFacesResult.Outcome> outcomes = new ArrayList<>(batch.count());
    List<NewFace> added =
        freePlaces > 0 ? new ArrayList<>(Math.min(freePlaces, batch.count())) : List.of();
    for (int i = 0; i < batch.count(); i++) {
      Optional<ItemFailure> rejection = batch.rejection(i);
      if (rejection.isPresent()) {
        outcomes.add(AddFacesResult.Rejected.of(rejection.get()));
      } else if (!sameImageTwice && isKnown(batch.image(i), batch.embedding(i), known)) {
        outcomes.add(AddFacesResult.Rejected.of(duplicate(i)));
      } else if (added.size() < freePlaces) {
        NewFace face = newFace(ids.get(i), batch.image(i), batch.embedding(i));
        added.add(face);
        if (!sameImageTwice) {
          known.add(ArchivedFace.of(face.image(), face.embedding()));
        }
        outcomes.add(AddFacesResult.Added.of(face.id()));
      } else {
        outcomes.add(AddFacesResult.Rejected.of(quotaExceeded(i)));
      }
    }
    return new NewFaces(added, AddFacesResult.of(outcomes));
  }

  private static boolean isKnown(
      Optional<FaceImage> image, Optional<FaceEmbedding> embedding, List<ArchivedFace> known) {
    return known.stream().anyMatch(it -> isSame(it, image, embedding));
  }

  /** Compares the images, or the embeddings where an image was not kept. */
  private static boolean isSame(
      ArchivedFace known, Optional<FaceImage> image, Optional<FaceEmbedding> embedding) {
    if (image.isPresent() && known.image().isPresent()) {
      return known.image().equals(image);
    }
    return embedding.isPresent() && known.embedding().equals(embedding);
  }

  private static ItemFailure duplicate(int index) {
    return ItemFailure.of(
            index, ErrorKind.ALREADY_EXISTS, "the person has a face of an equal image already")
        .withReason("duplicate-image");
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
    return ItemFailure.of(index, ErrorKind.QUOTA_EXCEEDED, fullMessage);
  }

  /** All that {@link #delete} reads. */
  Reads readsOfDelete(List<FaceId> ids) {
    return (needsFace ? FACES_AND_COUNT : FACES).ofFaces(ids);
  }

  /** Deletes faces. A person that needs a face keeps the last one of the request. */
  Decision<DeleteFacesResult> delete(PersonSnapshot person, List<FaceId> ids) {
    List<FaceId> present = person.present(ids);
    Optional<FaceId> kept =
        needsFace && !present.isEmpty() && present.size() == person.faceCount()
            ? Optional.of(present.get(present.size() - 1))
            : Optional.empty();
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>(ids.size());
    int next = 0;
    for (int i = 0; i < ids.size(); i++) {
      FaceId id = ids.get(i);
      if (next == present.size() || !present.get(next).equals(id)) {
        outcomes.add(DeleteFacesResult.Absent.of(id));
        continue;
      }
      next++;
      outcomes.add(
          kept.isPresent() && kept.get().equals(id)
              ? DeleteFacesResult.Refused.of(id, lastFace(i))
              : DeleteFacesResult.Deleted.of(id));
    }
    DeleteFacesResult result = DeleteFacesResult.of(outcomes);
    List<FaceId> deleted = kept.isPresent() ? present.subList(0, present.size() - 1) : present;
    return deleted.isEmpty()
        ? Decision.unchanged(result)
        : Decision.of(result, PersonChange.NONE.deleting(deleted));
  }

  private static ItemFailure lastFace(int index) {
    return ItemFailure.of(
            index, ErrorKind.UNSUPPORTED, "the person must keep a face; delete the person instead")
        .withReason("last-face");
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

  static FaceLibraryException knownPerson() {
    return FaceLibraryException.of(
        ErrorKind.ALREADY_EXISTS, Effect.NONE, "the person is in the library already");
  }

  static FaceLibraryException unknownPerson() {
    return FaceLibraryException.of(
        ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library");
  }
}
