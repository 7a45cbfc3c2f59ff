package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.ItemFailure;
import java.util.List;
import java.util.Optional;

/**
 * Archived faces for a library without an encoder: faces with an image are accepted, their
 * embeddings are dropped, and faces without an image are rejected.
 */
record RawArchiveBatch(List<ArchivedFace> faces) implements FaceBatch {

  @Override
  public int count() {
    return faces.size();
  }

  @Override
  public Optional<ItemFailure> rejection(int index) {
    return faces.get(index).image().isPresent()
        ? Optional.empty()
        : Optional.of(
            ItemFailure.of(
                index,
                ErrorKind.INVALID_REQUEST,
                "must have an image: the library compares images"));
  }

  @Override
  public Optional<FaceImage> image(int index) {
    return faces.get(index).image();
  }

  @Override
  public Optional<FaceEmbedding> embedding(int index) {
    return Optional.empty();
  }
}
