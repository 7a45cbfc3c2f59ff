package io.facelibrary;

import java.util.Locale;

/**
 * The similarity of two faces, from 0 (not similar) to 1 (the same). Similarities are comparable
 * only within one library and one model. A threshold for one model is meaningless for another.
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
    if (!(value >= 0 && value <= 1)) {
      throw InvalidRequestException.ofValue("similarity", "must be a number from 0 to 1");
    }
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
