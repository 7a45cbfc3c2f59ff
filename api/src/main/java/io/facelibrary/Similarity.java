package io.facelibrary;

import java.util.Locale;

/**
 * How alike two faces are: 0 not at all, 1 the same. Comparable within one library and one model
 * only; a threshold found for one model says nothing about another.
 *
 * @param value 0 to 1
 */
public record Similarity(double value) implements Comparable<Similarity> {

  /** Nothing alike. */
  public static final Similarity NONE = new Similarity(0);

  /** The same. */
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
    // Minus zero is zero: a record compares doubles by their bits.
    value += 0.0;
  }

  /**
   * Returns the similarity of this value.
   *
   * @throws InvalidRequestException if the value is not a number from 0 to 1
   */
  public static Similarity of(double value) {
    return new Similarity(value);
  }

  /** Tells whether this is at least as alike as another. */
  public boolean isAtLeast(Similarity other) {
    return value >= Checks.present(other, "other").value;
  }

  @Override
  public int compareTo(Similarity other) {
    return Double.compare(value, other.value);
  }

  /** Shows four digits after the point. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
