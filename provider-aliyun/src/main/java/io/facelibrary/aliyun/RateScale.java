package io.facelibrary.aliyun;

import io.facelibrary.Similarity;
import java.util.Optional;

/**
 * The scale of {@code rate} in search responses, which the vendor does not document.
 *
 * <p>A library never guesses the scale: a response whose only rate is 0.9 of 100 would become a
 * similarity of 0.90. A rate above the scale makes the search fail.
 */
public enum RateScale {
  /** Rates are 0 to 1. */
  ONE(1),
  /** Rates are 0 to 100. */
  HUNDRED(100);

  // Relative to the largest rate; a service that rounds to four digits stays below it.
  private static final double ROUNDING = 1e-4;

  private final double most;

  RateScale(double most) {
    this.most = most;
  }

  /**
   * Returns a rate as a similarity, or empty if it is above this scale by more than rounding. A
   * rate below 0 becomes 0, because nobody is found by it.
   */
  Optional<Similarity> similarity(double rate) {
    double share = rate / most;
    return share > 1 + ROUNDING
        ? Optional.empty()
        : Optional.of(Similarity.of(Math.max(0, Math.min(1, share))));
  }

  /** Returns the reason to refuse a rate for which {@link #similarity} is empty. */
  String refusal() {
    return switch (this) {
      case ONE ->
          "a rate above 1; if the service's rates are 0 to 100, set "
              + AliyunSettings.RATE_SCALE.name()
              + " to hundred";
      case HUNDRED ->
          "a rate above 100, although " + AliyunSettings.RATE_SCALE.name() + " is hundred";
    };
  }
}
