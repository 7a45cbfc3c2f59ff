package io.facelibrary.recognition;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import java.util.List;

/**
 * A recogniser as libraries take it.
 *
 * @param isOwner whether closing the encoder closes the recogniser
 */
record RecognizerEncoder(FaceRecognizer recognizer, boolean isOwner) implements FaceEncoder {
  @Override
  public String model() {
    return recognizer.model().toString();
  }

  @Override
  public int dimensions() {
    return Embedding.DIMENSIONS;
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    return encoding(
        recognizer.encodeOne(image).then(face -> new Outcome.Accepted<>(List.of(face))));
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    return encoding(recognizer.encodeAll(image, atMost));
  }

  private static Encoding encoding(Outcome<List<EncodedFace>> outcome) {
    if (outcome instanceof Outcome.Rejected<List<EncodedFace>> rejected) {
      return rejected.rejection().forLibraries();
    }
    return new Encoded(
        outcome.orThrow().stream()
            .map(it -> FaceEmbedding.of(it.face().box(), it.embedding().toArray()))
            .toList());
  }

  @Override
  public Similarity similarity(double distance) {
    return FaceDistance.toSimilarity(distance);
  }

  @Override
  public void close() {
    if (isOwner) {
      recognizer.close();
    }
  }
}
