package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.ItemFailure;
import java.util.List;
import java.util.Optional;

/** Archived faces for a library without a model: a picture is taken as it is, nothing else is. */
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
                index, ErrorKind.INVALID_REQUEST, "must have a picture, by which it is known"));
  }

  @Override
  public ArchivedFace kept(int index) {
    return new ArchivedFace(faces.get(index).image(), Optional.empty());
  }

  @Override
  public List<FaceImage> pictures() {
    return faces.stream().flatMap(face -> face.image().stream()).toList();
  }
}
