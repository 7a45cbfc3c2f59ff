package io.facelibrary;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The embedding of a face: a vector of floating-point values computed by a model. The smaller the
 * Euclidean distance between two embeddings of the same model, the more similar the faces are.
 *
 * <p>An embedding is biometric data. {@link #toString()} does not contain its values.
 */
public final class FaceEmbedding {
  private final float[] values;

  private FaceEmbedding(float[] values) {
    this.values = values;
  }

  /**
   * Returns an embedding of these values.
   *
   * @param values at least one value, all finite; the array is copied
   * @throws InvalidRequestException if the array is null or empty, or a value is not finite
   */
  public static FaceEmbedding of(float[] values) {
    float[] copy = Checks.present(values, "values").clone();
    if (copy.length == 0) {
      throw InvalidRequestException.ofValue("values", "must not be empty");
    }
    for (float value : copy) {
      if (!Float.isFinite(value)) {
        throw InvalidRequestException.ofValue("values", "must be finite numbers");
      }
    }
    return new FaceEmbedding(copy);
  }

  /** Returns the number of values. */
  public int dimensions() {
    return values.length;
  }

  /**
   * Returns the Euclidean distance to another embedding of the same model: 0 for equal ones.
   *
   * @throws InvalidRequestException if the other has another number of values
   */
  public double distanceTo(FaceEmbedding other) {
    float[] others = Checks.present(other, "other").values;
    if (others.length != values.length) {
      throw InvalidRequestException.ofValue(
          "other", "must have " + values.length + " values and has " + others.length);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = (double) values[i] - others[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** Returns a copy of the values. */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * Copies the values into a larger array.
   *
   * @param target the array to copy into
   * @param at the index of the first value in the target
   * @throws IndexOutOfBoundsException if the values do not fit
   */
  public void copyTo(float[] target, int at) {
    System.arraycopy(values, 0, target, at, values.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FaceEmbedding that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Returns the number of values. */
  @Override
  public String toString() {
    return "FaceEmbedding[" + values.length + " values]";
  }
}
