package io.facelibrary;

/**
 * The model that computed the embeddings of a library. Embeddings of different models are never
 * compared.
 *
 * @param name the name and version of the model: {@link FaceEncoder#model()}
 * @param dimensions the number of values in each embedding, at least 1
 */
public record EncoderModel(String name, int dimensions) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if the name is null or the number of dimensions is below 1
   */
  public EncoderModel {
    Checks.present(name, "name");
    Checks.within(dimensions, "dimensions", 1, Integer.MAX_VALUE);
  }

  /** Returns the model of an encoder. */
  public static EncoderModel of(FaceEncoder encoder) {
    Checks.present(encoder, "encoder");
    return new EncoderModel(encoder.model(), encoder.dimensions());
  }
}
