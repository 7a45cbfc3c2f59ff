package io.facelibrary.engine;

import io.facelibrary.Face;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import java.util.Optional;

/**
 * A face to add.
 *
 * @param face the face as queries return it; its id is one of {@link LibraryStore#newFaceIds}
 * @param image the image, or the URL that the face is added from; empty if there is none
 * @param embedding the embedding; empty in a library without a model
 */
public record NewFace(Face face, Optional<FaceImage> image, Optional<FaceEmbedding> embedding) {

  /** The id of the face. */
  public FaceId id() {
    return face.id();
  }
}
