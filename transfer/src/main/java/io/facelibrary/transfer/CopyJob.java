package io.facelibrary.transfer;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Effect;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PartialFailureException;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The settings and resources that the copies of all persons of one transfer share.
 *
 * @param library the target
 * @param stop returns whether to stop before the next face
 * @param takesEmbeddings whether the target has the model that made the embeddings of the source
 * @param isPlan whether to change nothing
 */
record CopyJob(
    FaceLibrary library,
    Journal journal,
    Counters counters,
    BooleanSupplier stop,
    boolean takesEmbeddings,
    boolean isPlan) {
  private static final int MAX_IMAGES_PER_CALL = 100;
  private static final int MAX_EMBEDDINGS_PER_CALL = 1000;

  TargetRules rules() {
    return new TargetRules(library.capabilities());
  }

  Optional<FaceArchive> archive() {
    return library.unwrap(FaceArchive.class);
  }

  boolean isStopped() {
    return stop.getAsBoolean();
  }

  /** Returns how many faces to add in one call. */
  int facesPerCall() {
    int most = takesEmbeddings ? MAX_EMBEDDINGS_PER_CALL : MAX_IMAGES_PER_CALL;
    return Math.min(most, library.capabilities().limits().imagesPerCall().orElse(most));
  }

  /**
   * Adds a person together with a face that has an image.
   *
   * @return the outcome; if the face was rejected, the person was not added
   */
  AddFacesResult enrol(NewPerson person, ArchivedFace face) {
    try {
      return library.enrol(person.request(), List.of(face.image().orElseThrow()));
    } catch (PartialFailureException e) {
      if (e.effect() != Effect.NONE) {
        throw e;
      }
      return AddFacesResult.of(e.failures().stream().map(AddFacesResult.Rejected::of).toList());
    }
  }

  AddFacesResult add(PersonId person, List<ArchivedFace> faces) {
    if (takesEmbeddings && faces.stream().anyMatch(face -> face.embedding().isPresent())) {
      return archive().orElseThrow().addArchivedFaces(person, faces);
    }
    return library.addFaces(
        AddFaces.of(person, faces.stream().map(face -> face.image().orElseThrow()).toList()));
  }
}
