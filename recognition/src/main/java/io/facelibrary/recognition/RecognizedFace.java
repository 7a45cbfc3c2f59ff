package io.facelibrary.recognition;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.InvalidRequestException;

/**
 * A face with its embedding.
 *
 * @param face its position and quality
 * @param embedding its embedding
 * @param model the model that made the embedding
 */
public record RecognizedFace(DetectedFace face, FaceEmbedding embedding, EncoderModel model) {

  /**
   * Returns the Euclidean distance of the embeddings: 0 for equal ones, about 0.4 for two images of
   * one person, about 0.9 for two persons.
   *
   * @throws InvalidRequestException if another model made the other embedding
   */
  public double distanceTo(RecognizedFace other) {
    if (!model.equals(other.model)) {
      throw InvalidRequestException.of("embedding", "must be of the model " + model.name());
    }
    return FaceDistance.between(embedding, other.embedding);
  }
}
