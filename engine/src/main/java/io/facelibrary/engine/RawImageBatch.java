package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.FaceImage;
import io.facelibrary.ItemFailure;
import java.util.List;
import java.util.Optional;

/** Pictures for a library without a model: each is taken as it is. */
record RawImageBatch(List<FaceImage> pictures) implements FaceBatch {

  @Override
  public int count() {
    return pictures.size();
  }

  @Override
  public Optional<ItemFailure> rejection(int index) {
    return Optional.empty();
  }

  @Override
  public ArchivedFace kept(int index) {
    return new ArchivedFace(Optional.of(pictures.get(index)), Optional.empty());
  }
}
