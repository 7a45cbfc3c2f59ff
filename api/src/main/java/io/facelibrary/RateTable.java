package io.facelibrary;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * False-accept rates by similarity. Between two points, and beyond the last one, the logarithm of
 * the rate is a linear function of the similarity.
 */
final class RateTable {
  private static final double SMALLEST_RATE = 1e-15;

  /** The function that defines similarity for all measured models; see {@link Similarity}. */
  static final RateTable STANDARD =
      new RateTable(
          Map.of(
              0.0, 1.0,
              0.5, 1e-2,
              0.8, 1.0 / 3000,
              0.95, 1e-5,
              0.99, 1e-7,
              0.998, 1e-9,
              0.9998, 1e-12,
              1.0, SMALLEST_RATE));

  private final double[] similarities;
  private final double[] logarithms;

  /**
   * Copies the points.
   *
   * @throws InvalidRequestException if there are fewer than two points, a similarity or a rate is
   *     out of range, or the rates do not fall
   */
  RateTable(Map<Double, Double> rates) {
    TreeMap<Double, Double> sorted = new TreeMap<>();
    Checks.present(rates, "rates")
        .forEach(
            (similarity, rate) ->
                sorted.put(
                    Similarity.of(Checks.present(similarity, "rates")).value(),
                    checkedRate(Checks.present(rate, "rates"))));
    if (sorted.size() < 2) {
      throw InvalidRequestException.ofValue("rates", "must have at least 2 points");
    }
    similarities = sorted.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    logarithms = sorted.values().stream().mapToDouble(Math::log10).toArray();
    for (int i = 1; i < logarithms.length; i++) {
      if (logarithms[i] >= logarithms[i - 1]) {
        throw InvalidRequestException.ofValue("rates", "must fall as the similarity rises");
      }
    }
  }

  private static double checkedRate(double rate) {
    if (!(rate > 0 && rate <= 1)) {
      throw InvalidRequestException.ofValue("rates", "must be above 0 and at most 1");
    }
    return rate;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateTable that
        && Arrays.equals(similarities, that.similarities)
        && Arrays.equals(logarithms, that.logarithms);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(similarities) + Arrays.hashCode(logarithms);
  }

  double rateAt(double similarity) {
    int i = 0;
    while (i < similarities.length - 2 && similarity > similarities[i + 1]) {
      i++;
    }
    double share = (similarity - similarities[i]) / (similarities[i + 1] - similarities[i]);
    double logarithm = logarithms[i] + share * (logarithms[i + 1] - logarithms[i]);
    return Math.min(1, Math.pow(10, logarithm));
  }

  Similarity similarityAt(double rate) {
    double logarithm = Math.log10(Math.max(rate, SMALLEST_RATE));
    int i = 0;
    while (i < logarithms.length - 2 && logarithm < logarithms[i + 1]) {
      i++;
    }
    double share = (logarithm - logarithms[i]) / (logarithms[i + 1] - logarithms[i]);
    double similarity = similarities[i] + share * (similarities[i + 1] - similarities[i]);
    return Similarity.of(Math.min(1, Math.max(0, similarity)));
  }
}
