package io.facelibrary.recognition;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;

/**
 * The Euclidean distance of two embeddings, and its meaning.
 *
 * <p>The embeddings are compared as they are. Their length carries information, and scaling it to 1
 * costs accuracy.
 *
 * <p>The error rates were measured on 245 pairs of images of one person and 7,505 pairs of images
 * of two persons, of 32 people (docs/recognition.md). The thresholds were chosen on the same
 * images.
 */
public final class FaceDistance {
  /**
   * Up to this distance: the same person. It misses 4.5 % of the pairs of one person and accepts
   * 0.03 % of the pairs of two persons.
   */
  public static final double SURE = 0.55;

  /**
   * Up to this distance: possibly the same person. It misses 0.4 % of the pairs of one person and
   * accepts 0.12 % of the pairs of two persons.
   */
  public static final double MAYBE = 0.60;

  /**
   * Replaces {@link #SURE} among more than about 1,000 people: the more people, the more likely one
   * of them is similar. It misses 11 % of the pairs of one person and accepts none of two persons.
   */
  public static final double LARGE_GALLERY = 0.50;

  /** At this distance and beyond, the similarity is 0. */
  public static final double STRANGER = 2 * MAYBE;

  private FaceDistance() {}

  /**
   * Returns the distance of two embeddings of the same model.
   *
   * @throws InvalidRequestException if they have different dimensions
   */
  public static double between(FaceEmbedding one, FaceEmbedding other) {
    if (one.dimensions() != other.dimensions()) {
      throw InvalidRequestException.of("embedding", "must have " + one.dimensions() + " values");
    }
    float[] first = one.toArray();
    float[] second = other.toArray();
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      double difference = first[i] - second[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /**
   * Maps a distance to a similarity: {@code 1 - distance / 1.2}, and 0 beyond 1.2. The same image
   * has 1, {@link #LARGE_GALLERY} has 0.5833, {@link #SURE} has 0.5417 and {@link #MAYBE} has 0.5.
   * The similarity falls as the distance grows.
   *
   * @throws InvalidRequestException if the distance is negative or not a number
   */
  public static Similarity toSimilarity(double distance) {
    if (!(distance >= 0)) {
      throw InvalidRequestException.of("distance", "must not be negative");
    }
    return Similarity.of(Math.max(0, 1 - distance / STRANGER));
  }

  /** Returns the distance that {@link #toSimilarity} maps to this similarity. */
  public static double of(Similarity similarity) {
    return (1 - similarity.value()) * STRANGER;
  }
}
