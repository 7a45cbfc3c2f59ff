package io.facelibrary;

/**
 * What made the embeddings of a library. Those of different models are never compared.
 *
 * @param name {@link FaceEncoder#model()}
 * @param dimensions how many numbers each embedding has, at least 1
 */
public record EncoderModel(String name, int dimensions) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if the name is null, or there is no dimension
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
