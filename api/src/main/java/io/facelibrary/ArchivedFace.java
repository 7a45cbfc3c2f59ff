package io.facelibrary;

import java.util.Optional;

/**
 * A face as a library keeps it.
 *
 * @param image the picture, or the address that it was added from; empty if neither was kept
 * @param embedding what the model of the library made of it; empty if it has no model
 */
public record ArchivedFace(Optional<FaceImage> image, Optional<FaceEmbedding> embedding) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field is null
   */
  public ArchivedFace {
    Checks.present(image, "image");
    Checks.present(embedding, "embedding");
  }
}
