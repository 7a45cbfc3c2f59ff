package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;

/**
 * A face to add.
 *
 * @param face the face as queries return it; its id is one of {@link LibraryStore#newFaceIds}
 * @param content the image and the embedding to store
 */
public record NewFace(Face face, ArchivedFace content) {

  /** The id of the face. */
  public FaceId id() {
    return face.id();
  }
}
