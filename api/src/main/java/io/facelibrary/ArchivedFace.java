package io.facelibrary;

import java.util.Optional;

/**
 * A face with all the data that a library keeps of it: see {@link FaceArchive}.
 *
 * @param image the image, or the URL that it was added from; empty if the library keeps neither
 * @param embedding the embedding computed by the library's model; empty if the library has no model
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
