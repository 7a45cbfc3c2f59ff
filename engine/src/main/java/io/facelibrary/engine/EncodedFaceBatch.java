package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ItemFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Faces of one call, encoded one after the other as far as there is room for them. */
final class EncodedFaceBatch implements FaceBatch {
  private final List<Seen> seen = new ArrayList<>();
  private final List<ArchivedFace> faces;
  private final CheckedEncoder encoder;
  private int taken;

  private EncodedFaceBatch(List<ArchivedFace> faces, CheckedEncoder encoder) {
    this.faces = faces;
    this.encoder = encoder;
  }

  static EncodedFaceBatch ofImages(List<FaceImage> images, CheckedEncoder encoder) {
    return new EncodedFaceBatch(
        images.stream().map(it -> new ArchivedFace(Optional.of(it), Optional.empty())).toList(),
        encoder);
  }

  /**
   * Takes faces of which some have embeddings already.
   *
   * @throws InvalidRequestException if an embedding is not as long as those of the model
   */
  static EncodedFaceBatch ofArchived(List<ArchivedFace> faces, CheckedEncoder encoder) {
    int dimensions = encoder.model().dimensions();
    for (int i = 0; i < faces.size(); i++) {
      if (faces.get(i).embedding().filter(it -> it.dimensions() != dimensions).isPresent()) {
        throw InvalidRequestException.of(
            "faces[" + i + "].embedding", "must have " + dimensions + " numbers");
      }
    }
    return new EncodedFaceBatch(faces, encoder);
  }

  private sealed interface Seen {}

  private record Taken(ArchivedFace kept) implements Seen {}

  private record Rejected(ItemFailure failure) implements Seen {}

  @Override
  public int count() {
    return faces.size();
  }

  @Override
  public boolean covers(int room) {
    return taken >= room || seen.size() == faces.size();
  }

  @Override
  public void learn(int room) {
    while (!covers(room)) {
      Seen next = look(seen.size());
      seen.add(next);
      if (next instanceof Taken) {
        taken++;
      }
    }
  }

  private Seen look(int index) {
    ArchivedFace face = faces.get(index);
    if (face.embedding().isPresent()) {
      return new Taken(face);
    }
    if (face.image().isEmpty()) {
      return new Rejected(
          ItemFailure.of(
              index,
              ErrorKind.INVALID_REQUEST,
              "must have a picture or an embedding, by which it is known"));
    }
    FaceEncoder.Encoding encoding = encoder.encodeOne(face.image().get());
    if (encoding instanceof FaceEncoder.Rejected rejected) {
      return new Rejected(rejected.toItemFailure(index));
    }
    FaceEmbedding found = ((FaceEncoder.Encoded) encoding).faces().get(0);
    return new Taken(new ArchivedFace(face.image(), Optional.of(found)));
  }

  @Override
  public Optional<ItemFailure> rejection(int index) {
    return index < seen.size() && seen.get(index) instanceof Rejected rejected
        ? Optional.of(rejected.failure())
        : Optional.empty();
  }

  @Override
  public ArchivedFace kept(int index) {
    return ((Taken) seen.get(index)).kept();
  }

  @Override
  public List<FaceImage> pictures() {
    return IntStream.range(0, seen.size())
        .filter(index -> rejection(index).isEmpty())
        .mapToObj(index -> kept(index).image())
        .flatMap(Optional::stream)
        .toList();
  }
}
