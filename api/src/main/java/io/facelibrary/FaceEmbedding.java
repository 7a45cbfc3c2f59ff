package io.facelibrary;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A face found in a picture and the numbers that stand for it. The Euclidean distance of two
 * embeddings of one model tells how alike the faces are. Biometric data: {@link #toString()} shows
 * none of it.
 */
public final class FaceEmbedding {
  private final Optional<Box> box;
  private final float[] values;

  private FaceEmbedding(Optional<Box> box, float[] values) {
    this.box = box;
    this.values = values;
  }

  /**
   * Returns the embedding of a face.
   *
   * @param box where in the picture the face is
   * @param values at least one number, all finite; they are copied
   * @throws InvalidRequestException if a field is null, there are no numbers, or one is not finite
   */
  public static FaceEmbedding of(Box box, float[] values) {
    return of(Optional.of(Checks.present(box, "box")), values);
  }

  /**
   * Returns the embedding of a face of which no picture is at hand, such as one that was kept.
   *
   * @param values at least one number, all finite; they are copied
   * @throws InvalidRequestException if they are null, there are none, or one is not finite
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

  /** Where in the picture the face is, if there is a picture. */
  public Optional<Box> box() {
    return box;
  }

  /** How many numbers there are. */
  public int dimensions() {
    return values.length;
  }

  /** Returns a copy of the numbers. */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * Writes the numbers into an array that holds many.
   *
   * @param target has room for them from there on
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

  /** Shows where the face is and how many numbers there are. */
  @Override
  public String toString() {
    String place = box.map(it -> it + ", ").orElse("");
    return "FaceEmbedding[" + place + values.length + " numbers]";
  }
}
