package io.facelibrary;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model that computed the embeddings of a library. Embeddings of different models are never
 * compared: {@link #isSameAs} states whether two models are the same.
 */
public final class EncoderModel {
  private final String name;
  private final int dimensions;
  private final Optional<SimilarityScale> scale;

  private EncoderModel(String name, int dimensions, Optional<SimilarityScale> scale) {
    this.name = name;
    this.dimensions = dimensions;
    this.scale = scale;
  }

  /**
   * Returns a model without a scale.
   *
   * @param name the name and version of the model; any change of the embeddings changes it
   * @param dimensions the number of values in each embedding, at least 1
   * @throws InvalidRequestException if the name is null or blank, or the number of dimensions is
   *     below 1
   */
  public static EncoderModel of(String name, int dimensions) {
    if (Checks.present(name, "name").isBlank()) {
      throw InvalidRequestException.ofValue("name", "must not be blank");
    }
    Checks.within(dimensions, "dimensions", 1, Integer.MAX_VALUE);
    return new EncoderModel(name, dimensions, Optional.empty());
  }

  /** Returns this model with a scale: the meaning of its similarities. */
  public EncoderModel withScale(SimilarityScale scale) {
    return new EncoderModel(name, dimensions, Optional.of(Checks.present(scale, "scale")));
  }

  /** Returns the name and version of the model. */
  public String name() {
    return name;
  }

  /** Returns the number of values in each embedding, at least 1. */
  public int dimensions() {
    return dimensions;
  }

  /**
   * Returns the meaning of the similarities that the model's encoder computes.
   *
   * @return the scale; empty if it is not known, and for a model that was read from storage
   */
  public Optional<SimilarityScale> scale() {
    return scale;
  }

  /**
   * Returns whether embeddings of this model can be compared with embeddings of another: name and
   * dimensions are equal. The scale makes no difference, since it does not change an embedding.
   */
  public boolean isSameAs(EncoderModel other) {
    Checks.present(other, "other");
    return dimensions == other.dimensions && name.equals(other.name);
  }

  /** Returns whether all fields are equal, including the scale. See also {@link #isSameAs}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncoderModel that && isSameAs(that) && scale.equals(that.scale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, dimensions);
  }

  /** Returns the name and the number of dimensions. */
  @Override
  public String toString() {
    return "EncoderModel[" + name + ", " + dimensions + " dimensions]";
  }
}
