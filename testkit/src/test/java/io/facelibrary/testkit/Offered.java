package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Limits;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;

/** The capabilities of notebook libraries. */
final class Offered {
  /** Between the similarity of equal images and the similarity of all others. */
  static final SimilarityScale SCALE =
      SimilarityScale.ofThresholds(Similarity.of(0.9), Similarity.of(0.2));

  /** Everything except a threshold that the library keeps to itself: there is a scale. */
  static final Capabilities ALL =
      Capabilities.builder()
          .offers(Capability.values())
          .without(Capability.OWN_THRESHOLD)
          .scale(SCALE)
          .build();

  private Offered() {}

  static Capabilities without(Capability... capabilities) {
    return without(ALL, capabilities);
  }

  static Capabilities without(Capabilities all, Capability... capabilities) {
    return all.toBuilder().without(capabilities).build();
  }

  /** Returns everything except a scale, which must not come back by copying. */
  static Capabilities withoutScale() {
    return Capabilities.builder()
        .offers(Capability.values())
        .without(Capability.OWN_THRESHOLD)
        .build();
  }

  /** Returns everything with a threshold that the library keeps to itself. */
  static Capabilities withOwnThreshold() {
    return Capabilities.builder().offers(Capability.values()).build();
  }

  static Capabilities within(Limits limits) {
    return ALL.toBuilder().limits(limits).build();
  }
}
