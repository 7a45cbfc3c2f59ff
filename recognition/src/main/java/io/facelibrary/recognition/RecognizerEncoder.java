package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import java.util.List;

/**
 * A recognizer as the encoder of a library.
 *
 * @param isOwner whether closing the encoder closes the recognizer
 */
record RecognizerEncoder(FaceRecognizer recognizer, boolean isOwner) implements FaceEncoder {
  @Override
  public String model() {
    return recognizer.model().name();
  }

  @Override
  public int dimensions() {
    return recognizer.model().dimensions();
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    return encoding(
        recognizer.encodeOne(image).then(face -> new ImageResult.Accepted<>(List.of(face))));
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    return encoding(recognizer.encodeAll(image, atMost));
  }

  private static Encoding encoding(ImageResult<List<RecognizedFace>> result) {
    if (result instanceof ImageResult.Rejected<List<RecognizedFace>> rejected) {
      return rejected.rejection();
    }
    return new Encoded(result.orThrow().stream().map(RecognizedFace::embedding).toList());
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
