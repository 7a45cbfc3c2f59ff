package io.facelibrary;

import java.util.Locale;

/**
 * The similarity of two faces, from 0 (not similar) to 1 (the same).
 *
 * <p>For a model whose errors were measured, a similarity is a fixed function of the false-accept
 * rate: see {@link #ofFalseAcceptRate}. A threshold then keeps its meaning when the model changes.
 * Similarities of other libraries are comparable only within one library and one model.
 *
 * @param value 0 to 1
 */
public record Similarity(double value) implements Comparable<Similarity> {

  /** Not similar: 0. */
  public static final Similarity NONE = new Similarity(0);

  /** The same: 1. */
  public static final Similarity SAME = new Similarity(1);

  /**
   * Checks the value.
   *
   * @throws InvalidRequestException if the value is not a number from 0 to 1
   */
  public Similarity {
    Checks.share(value, "similarity");
    // Normalizes minus zero, because a record compares doubles by their bits.
    value += 0.0;
  }

  /**
   * Returns the similarity with this value.
   *
   * @throws InvalidRequestException if the value is not a number from 0 to 1
   */
  public static Similarity of(double value) {
    return new Similarity(value);
  }

  /**
   * Returns the similarity that has a false-accept rate, by the function that all measured models
   * share. The rate 1 has the similarity 0, 0.01 has 0.5, 1/3000 has 0.8, and 0.00001 has 0.95.
   * Between these points the similarity is a linear function of the logarithm of the rate.
   *
   * @param rate the share of pairs of different persons whose faces are at least this similar, 0 to
   *     1
   * @throws InvalidRequestException if the rate is not a number from 0 to 1
   */
  public static Similarity ofFalseAcceptRate(double rate) {
    Checks.share(rate, "rate");
    return RateTable.STANDARD.similarityAt(rate);
  }

  /**
   * Returns the false-accept rate of this similarity, by the function of {@link
   * #ofFalseAcceptRate}. Has no meaning for a similarity of a model that was not measured.
   */
  public double falseAcceptRate() {
    return RateTable.STANDARD.rateAt(value);
  }

  /** Returns whether this similarity is greater than or equal to another. */
  public boolean isAtLeast(Similarity other) {
    return value >= Checks.present(other, "other").value;
  }

  @Override
  public int compareTo(Similarity other) {
    return Double.compare(value, other.value);
  }

  /** Returns the value with four decimal places. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
