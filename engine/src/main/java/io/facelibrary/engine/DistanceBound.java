package io.facelibrary.engine;

import io.facelibrary.Similarity;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;

/**
 * The largest squared distance of interest of one search, by the number of faces compared. An
 * encoder converts distances to similarities only, so the distance is found by bisection. It may be
 * slightly too large, and never too small: candidates are judged by their similarity. Not
 * thread-safe.
 */
final class DistanceBound implements LongToDoubleFunction {
  private static final double PRECISION = 1e-6;
  private static final double LARGEST = 1e9;

  private final DoubleFunction<Similarity> similarity;
  private final LongFunction<Similarity> least;
  private Similarity known = Similarity.NONE;
  private double bound = Double.POSITIVE_INFINITY;

  /**
   * Creates a bound.
   *
   * @param similarity converts a distance; it never rises as the distance grows
   * @param least the least similarity of interest, by the number of faces compared
   */
  DistanceBound(DoubleFunction<Similarity> similarity, LongFunction<Similarity> least) {
    this.similarity = similarity;
    this.least = least;
  }

  @Override
  public double applyAsDouble(long facesCompared) {
    Similarity wanted = least.apply(facesCompared);
    if (!wanted.equals(known)) {
      known = wanted;
      bound = squaredDistance(wanted);
    }
    return bound;
  }

  private double squaredDistance(Similarity wanted) {
    if (wanted.equals(Similarity.NONE)) {
      return Double.POSITIVE_INFINITY;
    }
    if (!reaches(0, wanted)) {
      return -1;
    }
    double near = 0;
    double far = 1;
    while (reaches(far, wanted)) {
      near = far;
      far *= 2;
      if (far > LARGEST) {
        return Double.POSITIVE_INFINITY;
      }
    }
    while (far - near > PRECISION) {
      double middle = (near + far) / 2;
      if (middle == near || middle == far) {
        break;
      }
      if (reaches(middle, wanted)) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return far * far;
  }

  private boolean reaches(double distance, Similarity wanted) {
    return similarity.apply(distance).isAtLeast(wanted);
  }
}
