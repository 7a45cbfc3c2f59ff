package io.facelibrary.recognition.internal;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often two persons are as similar as a distance: a measured curve of a model. It converts
 * distances to similarities that mean the same for every measured model.
 *
 * <p>Between two points, the logarithm of the rate is a linear function of the distance. The first
 * and the last segment continue beyond their points: rates there are extrapolated.
 */
public final class FalseAcceptCurve {
  private static final String FIELD = "rateByDistance";

  private final double[] distances;
  private final double[] logs;

  private FalseAcceptCurve(double[] distances, double[] logs) {
    this.distances = distances;
    this.logs = logs;
  }

  /**
   * Returns the curve through these points.
   *
   * @param rateByDistance at least two points. The key is a distance above 0. The value is the
   *     share of pairs of different persons within that distance, above 0 and at most 1. It must
   *     rise with the distance.
   * @throws InvalidRequestException if the points break a rule above
   */
  public static FalseAcceptCurve of(Map<Double, Double> rateByDistance) {
    TreeMap<Double, Double> sorted = new TreeMap<>(rateByDistance);
    if (sorted.size() < 2) {
      throw InvalidRequestException.of(FIELD, "must have at least 2 points");
    }
    double[] distances = new double[sorted.size()];
    double[] logs = new double[sorted.size()];
    int i = 0;
    double last = 0;
    for (Map.Entry<Double, Double> point : sorted.entrySet()) {
      double distance = point.getKey();
      double rate = point.getValue();
      if (!(distance > 0 && Double.isFinite(distance))) {
        throw InvalidRequestException.of(FIELD, "must have finite distances above 0");
      }
      if (!(rate > last && rate <= 1)) {
        throw InvalidRequestException.of(
            FIELD, "must have rates above 0 and at most 1 that rise with the distance");
      }
      distances[i] = distance;
      logs[i] = Math.log(rate);
      last = rate;
      i++;
    }
    return new FalseAcceptCurve(distances, logs);
  }

  /**
   * Returns the share of pairs of different persons within a distance.
   *
   * @return 0 for the distance 0, since only equal faces have it; else above 0 and at most 1
   * @throws InvalidRequestException if the distance is negative or not a number
   */
  public double rate(double distance) {
    if (!(distance >= 0)) {
      throw InvalidRequestException.of("distance", "must not be negative");
    }
    if (distance == 0) {
      return 0;
    }
    int right = 1;
    while (right < distances.length - 1 && distance > distances[right]) {
      right++;
    }
    int left = right - 1;
    double slope = (logs[right] - logs[left]) / (distances[right] - distances[left]);
    return Math.min(1, Math.exp(logs[left] + slope * (distance - distances[left])));
  }

  /**
   * Returns the similarity of two faces whose embeddings have this distance: {@link
   * Similarity#ofFalseAcceptRate} of its rate.
   *
   * @throws InvalidRequestException if the distance is negative or not a number
   */
  public Similarity similarity(double distance) {
    return Similarity.ofFalseAcceptRate(rate(distance));
  }

  /** Returns the smallest rate of the points: smaller ones are extrapolated. */
  public double measuredDownTo() {
    return Math.exp(logs[0]);
  }
}
