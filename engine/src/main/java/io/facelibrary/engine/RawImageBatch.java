package io.facelibrary.engine;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.ItemFailure;
import java.util.List;
import java.util.Optional;

/** Images for a library without an encoder: every image is accepted. */
record RawImageBatch(List<FaceImage> images) implements FaceBatch {

  @Override
  public int count() {
    return images.size();
  }

  @Override
  public Optional<ItemFailure> rejection(int index) {
    return Optional.empty();
  }

  @Override
  public Optional<FaceImage> image(int index) {
    return Optional.of(images.get(index));
  }

  @Override
  public Optional<FaceEmbedding> embedding(int index) {
    return Optional.empty();
  }
}
