package io.facelibrary.recognition;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;

/**
 * What the Euclidean distance of two embeddings means.
 *
 * <p>Error counts are of 245 pairs of photographs of one person and 7,505 pairs of two, of 32
 * people (docs/recognition.md); they were counted on the photographs that the thresholds were found
 * with.
 */
public final class FaceDistance {
  /** At most this: the same person. 4.5 % of the pairs of one were missed, 0.03 % of two let in. */
  public static final double SURE = 0.55;

  /** At most this: perhaps the same. 0.4 % of the pairs of one missed, 0.12 % of two let in. */
  public static final double MAYBE = 0.60;

  /**
   * Instead of {@link #SURE} among more than about 1,000 people, since with their number grows the
   * chance that one of them is alike. 11 % of the pairs of one missed, none of two let in.
   */
  public static final double LARGE_GALLERY = 0.50;

  /** At this distance and beyond, the similarity is 0. */
  public static final double STRANGER = 2 * MAYBE;

  private FaceDistance() {}

  /**
   * Maps a distance onto a similarity: {@code 1 - distance / 1.2}, and 0 from 1.2 on. So 1 is the
   * same picture, 0.5 is {@link #MAYBE}, 0.5417 is {@link #SURE} and 0.5833 is {@link
   * #LARGE_GALLERY}. It falls as the distance grows.
   *
   * @throws InvalidRequestException if the distance is negative or not a number
   */
  public static Similarity toSimilarity(double distance) {
    if (!(distance >= 0)) {
      throw InvalidRequestException.of("distance", "must not be negative");
    }
    return Similarity.of(Math.max(0, 1 - distance / STRANGER));
  }

  /** Returns the distance at which a similarity is reached: the way back. */
  public static double of(Similarity similarity) {
    return (1 - similarity.value()) * STRANGER;
  }
}
