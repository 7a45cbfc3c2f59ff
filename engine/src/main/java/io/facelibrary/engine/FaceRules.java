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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done with the faces of one person while nobody else changes it. */
final class FaceRules {
  private final LibraryStore state;
  private final int facesPerPerson;
  private final boolean tellsSource;

  FaceRules(LibraryStore state, Capabilities capabilities) {
    this.state = state;
    facesPerPerson = capabilities.limits().facesPerPerson().orElse(Integer.MAX_VALUE);
    tellsSource = capabilities.offers(Capability.FACE_IMAGE_URL);
  }

  /** How many faces more the person may have. */
  int room(PersonReader person) {
    return facesPerPerson - person.faceCount();
  }

  /** Adds faces, or none if too few of them were looked at. */
  Optional<AddFacesResult> add(PersonWriter person, FaceBatch learning) {
    int room = room(person);
    if (!learning.covers(room)) {
      return Optional.empty();
    }
    List<AddFacesResult.Outcome> outcomes = new ArrayList<>(learning.count());
    for (int i = 0; i < learning.count(); i++) {
      Optional<ItemFailure> rejection = learning.rejection(i);
      if (rejection.isPresent()) {
        outcomes.add(new AddFacesResult.Rejected(rejection.get()));
      } else if (room > 0) {
        outcomes.add(new AddFacesResult.Added(add(person, learning.kept(i))));
        room--;
      } else {
        outcomes.add(new AddFacesResult.Rejected(full(i)));
      }
    }
    return Optional.of(new AddFacesResult(outcomes));
  }

  private FaceId add(PersonWriter person, ArchivedFace kept) {
    Face face = new Face(state.nextFace(), source(kept));
    person.addFace(face, kept);
    return face.id();
  }

  private Optional<URI> source(ArchivedFace kept) {
    return tellsSource && kept.image().orElse(null) instanceof FaceImage.Url address
        ? Optional.of(address.url())
        : Optional.empty();
  }

  private ItemFailure full(int index) {
    return ItemFailure.of(
        index, ErrorKind.QUOTA_EXCEEDED, "the person holds its " + facesPerPerson + " faces");
  }

  static DeleteFacesResult delete(PersonWriter person, List<FaceId> named) {
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>(named.size());
    for (FaceId face : named) {
      outcomes.add(
          person.deleteFace(face)
              ? new DeleteFacesResult.Deleted(face)
              : new DeleteFacesResult.Absent(face));
    }
    return new DeleteFacesResult(outcomes);
  }

  static QueryFacesResult query(PersonReader person, List<FaceId> named) {
    List<Face> found = new ArrayList<>(named.size());
    List<FaceId> missing = new ArrayList<>(0);
    for (FaceId id : named) {
      person.findFace(id).ifPresentOrElse(found::add, () -> missing.add(id));
    }
    return new QueryFacesResult(found, missing);
  }

  static FaceLibraryException unknownPerson() {
    return FaceLibraryException.of(
        ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library");
  }
}
