package io.facelibrary.recognition;

import io.facelibrary.InvalidRequestException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 128 numbers that stand for a face; the Euclidean distance of two of them tells how alike the
 * faces are: see {@link FaceDistance}. They are compared as they are: their length means something,
 * and making it 1 costs accuracy. Biometric data: {@link #toString()} shows none of it.
 */
public final class Embedding {
  /** How many numbers there are. */
  public static final int DIMENSIONS = ResNet.DIMENSIONS;

  private final RecognizerModel model;
  private final float[] values;

  private Embedding(RecognizerModel model, float[] values) {
    this.model = model;
    this.values = values;
  }

  /**
   * Returns an embedding that was kept somewhere.
   *
   * @param model what made it
   * @param values {@value #DIMENSIONS} finite numbers; they are copied
   * @throws InvalidRequestException if there are more or fewer, or one is not finite
   */
  public static Embedding of(RecognizerModel model, float[] values) {
    if (values.length != DIMENSIONS) {
      throw InvalidRequestException.of("embedding", "must have " + DIMENSIONS + " numbers");
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw InvalidRequestException.of("embedding", "must have finite numbers");
      }
    }
    return new Embedding(model, values.clone());
  }

  /** Returns what made it. */
  public RecognizerModel model() {
    return model;
  }

  /** Returns a copy of the numbers. */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * Writes the numbers into an array that holds many.
   *
   * @param target has room for {@value #DIMENSIONS} from there
   */
  public void copyTo(float[] target, int at) {
    System.arraycopy(values, 0, target, at, DIMENSIONS);
  }

  /**
   * Returns the Euclidean distance, 0 for the same, about 0.4 for one person and 0.9 for two.
   *
   * @throws InvalidRequestException if the other was made by another model
   */
  public double distanceTo(Embedding other) {
    if (!model.equals(other.model)) {
      throw InvalidRequestException.of("embedding", "must be of the model " + model);
    }
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      double difference = values[i] - other.values[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Embedding embedding
        && model.equals(embedding.model)
        && Arrays.equals(values, embedding.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Shows the model only. */
  @Override
  public String toString() {
    return "Embedding[" + model + "]";
  }
}
