package io.facelibrary.aliyun;

import io.facelibrary.Similarity;
import java.util.stream.DoubleStream;

/** The scale of {@code rate} in the answers to a search, which is not documented. */
public enum SimilarityScale {
  /** Rates are 0 to 1, unless one in the answer is above: then all of it are 0 to 100. */
  AUTO,
  /** Rates are 0 to 1. */
  ONE,
  /** Rates are 0 to 100. */
  HUNDRED;

  /** Returns what rates of these answers are to be divided by. */
  double divisor(DoubleStream rates) {
    return switch (this) {
      case AUTO -> rates.anyMatch(rate -> rate > 1) ? 100 : 1;
      case ONE -> 1;
      case HUNDRED -> 100;
    };
  }

  /** Returns a rate as a similarity; what rounding put beyond the ends is set back. */
  static Similarity similarity(double rate, double divisor) {
    return Similarity.of(Math.max(0, Math.min(1, rate / divisor)));
  }
}
