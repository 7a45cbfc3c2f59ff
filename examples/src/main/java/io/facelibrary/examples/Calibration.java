package io.facelibrary.examples;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.InvalidRequestException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** Counts how many pairs of images a threshold on their distance would classify wrongly. */
final class Calibration {
  /** This many pairs without an error show a rate below {@link #MAX_RATE} with 95 % confidence. */
  static final int PAIRS_FOR_A_SUGGESTION = 3_000;

  /** The largest share of pairs of two people that a suggested distance accepts. */
  static final double MAX_RATE = 0.001;

  private final double[] same;
  private final double[] different;

  /**
   * Creates a calibration from distances.
   *
   * @param same the distances of pairs that show one person; at least one
   * @param different the distances of pairs that show two people; at least one
   * @throws InvalidRequestException if there are none
   */
  Calibration(double[] same, double[] different) {
    if (same.length == 0) {
      throw InvalidRequestException.of("folder", "must have two images of at least one person");
    }
    if (different.length == 0) {
      throw InvalidRequestException.of("folder", "must have images of at least two people");
    }
    this.same = sorted(same);
    this.different = sorted(different);
  }

  /** Compares every image with every other. Each list holds the images of one person. */
  static Calibration of(Collection<List<FaceEmbedding>> people) {
    DoubleStream.Builder same = DoubleStream.builder();
    DoubleStream.Builder different = DoubleStream.builder();
    List<List<FaceEmbedding>> all = List.copyOf(people);
    for (int person = 0; person < all.size(); person++) {
      List<FaceEmbedding> own = all.get(person);
      for (int i = 0; i < own.size(); i++) {
        for (FaceEmbedding other : own.subList(i + 1, own.size())) {
          same.add(own.get(i).distanceTo(other));
        }
        for (List<FaceEmbedding> others : all.subList(person + 1, all.size())) {
          for (FaceEmbedding other : others) {
            different.add(own.get(i).distanceTo(other));
          }
        }
      }
    }
    return new Calibration(same.build().toArray(), different.build().toArray());
  }

  int samePairs() {
    return same.length;
  }

  int differentPairs() {
    return different.length;
  }

  /** Returns the number of pairs of one person beyond this distance. */
  int falseRejects(double distance) {
    return same.length - upTo(distance, same);
  }

  /** Returns the number of pairs of two people within this distance. */
  int falseAccepts(double distance) {
    return upTo(distance, different);
  }

  double falseRejectRate(double distance) {
    return (double) falseRejects(distance) / same.length;
  }

  double falseAcceptRate(double distance) {
    return (double) falseAccepts(distance) / different.length;
  }

  /** Returns the smallest distance at which the two rates differ least. */
  double equalErrorDistance() {
    return DoubleStream.concat(Arrays.stream(same), Arrays.stream(different))
        .sorted()
        .reduce((best, next) -> gap(next) < gap(best) ? next : best)
        .orElseThrow();
  }

  /** Returns the mean of the two rates at that distance. */
  double equalErrorRate() {
    double distance = equalErrorDistance();
    return (falseAcceptRate(distance) + falseRejectRate(distance)) / 2;
  }

  boolean hasEnoughForASuggestion() {
    return different.length >= PAIRS_FOR_A_SUGGESTION;
  }

  /** Returns the largest distance, in hundredths, whose rate is at most {@link #MAX_RATE}. */
  double suggestion() {
    int hundredths = 0;
    while (hundredths < 120 && falseAcceptRate((hundredths + 1) / 100.0) <= MAX_RATE) {
      hundredths++;
    }
    return hundredths / 100.0;
  }

  /** Returns the upper bound of the rate if there is no error: rule of three, for 95 %. */
  static double possibleRate(int pairs) {
    return Math.min(1, 3.0 / pairs);
  }

  private double gap(double distance) {
    return Math.abs(falseAcceptRate(distance) - falseRejectRate(distance));
  }

  private static int upTo(double distance, double[] sorted) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= distance) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }
}
