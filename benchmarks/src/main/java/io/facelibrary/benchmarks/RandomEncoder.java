package io.facelibrary.benchmarks;

import io.facelibrary.Box;
import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Returns a random embedding for each call, so that only the library is measured. */
final class RandomEncoder implements FaceEncoder {
  static final int DIMENSIONS = 128;
  static final FaceImage.Bytes IMAGE =
      FaceImage.of(
          Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4"
                      + "AAAAAElFTkSuQmCC"));

  @Override
  public EncoderModel model() {
    return EncoderModel.of("random/1", DIMENSIONS);
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    float[] values = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      values[i] = ThreadLocalRandom.current().nextFloat() * 0.2f;
    }
    return Encoded.of(
        List.of(EncodedFace.of(FaceEmbedding.of(values)).withBox(new Box(0, 0, 1, 1))));
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    return encodeOne(image);
  }

  @Override
  public Similarity similarity(double distance) {
    return Similarity.of(1 / (1 + distance));
  }
}
