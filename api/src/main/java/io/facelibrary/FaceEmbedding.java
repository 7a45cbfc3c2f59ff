package io.facelibrary;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The embedding of a face: a vector of floating-point values computed by a model. The smaller the
 * Euclidean distance between two embeddings of the same model, the more similar the faces are.
 *
 * <p>An embedding is biometric data. {@link #toString()} does not contain its values.
 */
public final class FaceEmbedding {
  private final Optional<Box> box;
  private final float[] values;

  private FaceEmbedding(Optional<Box> box, float[] values) {
    this.box = box;
    this.values = values;
  }

  /**
   * Returns the embedding of a face in an image.
   *
   * @param box the position of the face in the image
   * @param values at least one value, all finite; the array is copied
   * @throws InvalidRequestException if an argument is null, there are no values, or a value is not
   *     finite
   */
  public static FaceEmbedding of(Box box, float[] values) {
    return of(Optional.of(Checks.present(box, "box")), values);
  }

  /**
   * Returns the embedding of a face whose image is not available, such as a stored embedding.
   *
   * @param values at least one value, all finite; the array is copied
   * @throws InvalidRequestException if the array is null or empty, or a value is not finite
   */
  public static FaceEmbedding of(float[] values) {
    return of(Optional.empty(), values);
  }

  private static FaceEmbedding of(Optional<Box> box, float[] values) {
    float[] copy = Checks.present(values, "values").clone();
    if (copy.length == 0) {
      throw InvalidRequestException.ofValue("values", "must not be empty");
    }
    for (float value : copy) {
      if (!Float.isFinite(value)) {
        throw InvalidRequestException.ofValue("values", "must be finite numbers");
      }
    }
    return new FaceEmbedding(box, copy);
  }

  /** Returns the position of the face in its image; empty if there is no image. */
  public Optional<Box> box() {
    return box;
  }

  /** Returns the number of values. */
  public int dimensions() {
    return values.length;
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
    return other instanceof FaceEmbedding that
        && box.equals(that.box)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * box.hashCode() + Arrays.hashCode(values);
  }

  /** Returns the position of the face and the number of values. */
  @Override
  public String toString() {
    String place = box.map(it -> it + ", ").orElse("");
    return "FaceEmbedding[" + place + values.length + " values]";
  }
}
