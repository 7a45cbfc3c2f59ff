package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.Limits;
import io.facelibrary.SimilarityScale;
import java.util.OptionalInt;

/**
 * Conditions of the tests. Each method skips the test, with a reason, if the library under test
 * does not meet the condition.
 */
final class Assumptions {
  /** A larger limit is not tested: reaching it would take thousands of calls. */
  static final int LARGEST_TESTED_LIMIT = 1_000;

  private final Harness harness;
  private final Capabilities capabilities;
  private final Limits limits;

  Assumptions(Harness harness, Capabilities capabilities) {
    this.harness = harness;
    this.capabilities = capabilities;
    this.limits = capabilities.limits();
  }

  void offers(Capability capability) {
    assumeTrue(capabilities.offers(capability), () -> "the library does not offer " + capability);
  }

  void doesNotOffer(Capability capability) {
    assumeTrue(!capabilities.offers(capability), () -> "the library offers " + capability);
  }

  /** Requires that a person may hold this many faces. */
  void facesPerPerson(int needed) {
    atLeast(limits.facesPerPerson(), needed, "faces per person");
  }

  /** Requires that one call may add this many images, and that a person may hold them. */
  void imagesPerCall(int needed) {
    atLeast(limits.imagesPerCall(), needed, "images per call");
    facesPerPerson(needed);
  }

  /** Requires that a search returns this many persons. */
  void resultsPerSearch(int needed) {
    atLeast(limits.resultsPerSearch(), needed, "results per search");
  }

  /** Requires that the library may hold this many groups, and that the caller may name them. */
  void groups(int needed) {
    if (needed > 1) {
      offers(Capability.NAMED_GROUPS);
    }
    atLeast(limits.groups(), needed, "groups");
  }

  /** Requires that a person may be in this many groups, and that the caller may name them. */
  void groupsPerPerson(int needed) {
    atLeast(limits.groupsPerPerson(), needed, "groups per person");
    if (needed > 1) {
      offers(Capability.NAMED_GROUPS);
    }
  }

  /** Requires that a person can join and leave groups that the caller names. */
  void regrouping() {
    offers(Capability.NAMED_GROUPS);
    offers(Capability.REGROUPING);
  }

  /** Requires that names and notes may have this many characters. */
  void textLength(int needed) {
    atLeast(OptionalInt.of(limits.nameLength()), needed, "characters of a name");
    atLeast(OptionalInt.of(limits.noteLength()), needed, "characters of a note");
  }

  /** Requires a scale of similarities, and returns it. */
  SimilarityScale scale() {
    offers(Capability.SEARCH);
    assumeTrue(capabilities.scale().isPresent(), "the library knows no scale of similarities");
    return capabilities.scale().orElseThrow();
  }

  /** Requires that the library accepts a URL of this length. */
  void urlLengthOf(FaceImage.Url image) {
    atLeast(limits.urlLength(), image.url().toASCIIString().length(), "characters of a URL");
  }

  private static void atLeast(OptionalInt limit, int needed, String unit) {
    int allowed = limit.orElse(Integer.MAX_VALUE);
    assumeTrue(
        allowed >= needed,
        () -> "the test needs " + needed + " " + unit + ", and the library allows " + allowed);
  }

  /** Requires a declared limit that a test can reach with few calls, and returns it. */
  int smallLimit(OptionalInt limit, String unit) {
    assumeTrue(limit.isPresent(), () -> "the library declares no limit of " + unit);
    int value = limit.orElse(0);
    assumeTrue(
        value <= LARGEST_TESTED_LIMIT,
        () -> "the limit of " + value + " " + unit + " is too large to reach in a test");
    return value;
  }

  /** Requires that the data outlives the library. */
  void durable() {
    assumeTrue(harness.durable(), "the harness declares that the data ends with the library");
  }

  /** Requires that the library calls a remote service, and returns the faults of that service. */
  NetworkFaults remote() {
    assumeTrue(
        harness.networkFaults().isPresent(),
        "the harness offers no network faults: the library is not remote");
    return harness.networkFaults().orElseThrow();
  }
}
