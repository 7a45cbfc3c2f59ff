package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ItemFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faces of one call, encoded in order until the person can hold no more. */
final class EncodedFaceBatch implements FaceBatch {
  private final List<Result> results = new ArrayList<>();
  private final List<ArchivedFace> faces;
  private final CheckedEncoder encoder;
  private int accepted;

  private EncodedFaceBatch(List<ArchivedFace> faces, CheckedEncoder encoder) {
    this.faces = faces;
    this.encoder = encoder;
  }

  static EncodedFaceBatch ofImages(List<FaceImage> images, CheckedEncoder encoder) {
    return new EncodedFaceBatch(images.stream().map(it -> ArchivedFace.of(it)).toList(), encoder);
  }

  /**
   * Returns a batch of archived faces. Those that have an embedding are not encoded again.
   *
   * @throws InvalidRequestException if the number of dimensions of an embedding is not that of the
   *     model
   */
  static EncodedFaceBatch ofArchived(List<ArchivedFace> faces, CheckedEncoder encoder) {
    int dimensions = encoder.model().dimensions();
    for (int i = 0; i < faces.size(); i++) {
      if (faces.get(i).embedding().filter(it -> it.dimensions() != dimensions).isPresent()) {
        throw InvalidRequestException.of(
            "faces[" + i + "].embedding", "must have " + dimensions + " dimensions");
      }
    }
    return new EncodedFaceBatch(faces, encoder);
  }

  private sealed interface Result {}

  private record Accepted(ArchivedFace content) implements Result {}

  private record Rejected(ItemFailure failure) implements Result {}

  @Override
  public int count() {
    return faces.size();
  }

  @Override
  public boolean hasEnough(int freePlaces) {
    return accepted >= freePlaces || results.size() == faces.size();
  }

  @Override
  public void encodeUpTo(int freePlaces) {
    while (!hasEnough(freePlaces)) {
      int missing = Math.min(freePlaces - accepted, faces.size() - results.size());
      encode(faces.subList(results.size(), results.size() + missing));
    }
  }

  /** Encodes the next faces in one call of the encoder. */
  private void encode(List<ArchivedFace> next) {
    List<FaceImage> images = new ArrayList<>(next.size());
    for (ArchivedFace face : next) {
      if (face.embedding().isEmpty()) {
        face.image().ifPresent(images::add);
      }
    }
    Iterator<FaceEncoder.Encoding> encodings =
        images.isEmpty() ? Collections.emptyIterator() : encoder.encodeEach(images).iterator();
    for (ArchivedFace face : next) {
      Result result = result(results.size(), face, encodings);
      results.add(result);
      if (result instanceof Accepted) {
        accepted++;
      }
    }
  }

  private static Result result(
      int index, ArchivedFace face, Iterator<FaceEncoder.Encoding> encodings) {
    if (face.embedding().isPresent()) {
      return new Accepted(face);
    }
    if (face.image().isEmpty()) {
      return new Rejected(
          ItemFailure.of(index, ErrorKind.INVALID_REQUEST, "must have an image or an embedding"));
    }
    FaceEncoder.Encoding encoding = encodings.next();
    if (encoding instanceof FaceEncoder.Rejected rejected) {
      return new Rejected(rejected.toItemFailure(index));
    }
    FaceEmbedding embedding = ((FaceEncoder.Encoded) encoding).faces().get(0).embedding();
    return new Accepted(ArchivedFace.of(face.image(), Optional.of(embedding)));
  }

  @Override
  public Optional<ItemFailure> rejection(int index) {
    return index < results.size() && results.get(index) instanceof Rejected rejected
        ? Optional.of(rejected.failure())
        : Optional.empty();
  }

  @Override
  public Optional<FaceImage> image(int index) {
    return ((Accepted) results.get(index)).content().image();
  }

  @Override
  public Optional<FaceEmbedding> embedding(int index) {
    return ((Accepted) results.get(index)).content().embedding();
  }
}
