package io.facelibrary.aliyun;

import io.facelibrary.Similarity;
import java.util.stream.DoubleStream;

/** The scale of {@code rate} in search responses of the service, which is not documented. */
public enum SimilarityScale {
  /** Rates are 0 to 1, unless a rate of the response exceeds 1: then all of them are 0 to 100. */
  AUTO,
  /** Rates are 0 to 1. */
  ONE,
  /** Rates are 0 to 100. */
  HUNDRED;

  /** Returns the divisor for all rates of one search. */
  double divisor(DoubleStream rates) {
    return switch (this) {
      case AUTO -> rates.anyMatch(rate -> rate > 1) ? 100 : 1;
      case ONE -> 1;
      case HUNDRED -> 100;
    };
  }

  /** Returns a rate as a similarity. Clamps a rate that is out of range because of rounding. */
  static Similarity similarity(double rate, double divisor) {
    return Similarity.of(Math.max(0, Math.min(1, rate / divisor)));
  }
}
