package io.facelibrary.inmemory;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.ItemFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures of one call, encoded one after the other as far as there is room for their faces. */
final class EncodedLearning implements Learning {

  /** Keeps an embedding and returns the trace of its face. */
  interface Keeper {
    Object keep(PersonEntry person, FaceId face, FaceEmbedding embedding);
  }

  private final List<FaceEncoder.Encoding> encodings = new ArrayList<>();
  private final List<FaceImage> images;
  private final CheckedEncoder encoder;
  private final Keeper keeper;
  private int taken;

  EncodedLearning(List<FaceImage> images, CheckedEncoder encoder, Keeper keeper) {
    this.images = images;
    this.encoder = encoder;
    this.keeper = keeper;
  }

  @Override
  public boolean covers(int room) {
    return taken >= room || encodings.size() == images.size();
  }

  @Override
  public void learn(int room) {
    while (!covers(room)) {
      FaceEncoder.Encoding encoding = encoder.encodeOne(images.get(encodings.size()));
      encodings.add(encoding);
      if (encoding instanceof FaceEncoder.Encoded) {
        taken++;
      }
    }
  }

  @Override
  public Optional<ItemFailure> rejection(int index) {
    return index < encodings.size() && encodings.get(index) instanceof FaceEncoder.Rejected rejected
        ? Optional.of(rejected.toItemFailure(index))
        : Optional.empty();
  }

  @Override
  public Object keep(PersonEntry person, FaceId face, int index) {
    FaceEncoder.Encoded encoded = (FaceEncoder.Encoded) encodings.get(index);
    return keeper.keep(person, face, encoded.faces().get(0));
  }
}
