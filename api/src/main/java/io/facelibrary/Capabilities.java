package io.facelibrary;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The capabilities and limits of a library as it was opened.
 *
 * @param offered the capabilities that the library offers; the guard refuses all others with {@link
 *     UnsupportedCapabilityException}
 * @param limits the limits; the guard refuses requests beyond them. The provider enforces limits
 *     that depend on the library's content.
 * @param searchDelay the longest time until a write is visible to {@link FaceLibrary#search}; zero
 *     if a write is visible immediately. Queries see a write immediately in every library.
 */
public record Capabilities(Set<Capability> offered, Limits limits, Duration searchDelay) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field is null or the delay is negative
   */
  public Capabilities {
    Set<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(Checks.copy(offered, "offered"));
    offered = Collections.unmodifiableSet(copy);
    Checks.present(limits, "limits");
    if (Checks.present(searchDelay, "searchDelay").isNegative()) {
      throw InvalidRequestException.ofValue("searchDelay", "must not be negative");
    }
  }

  /** Returns capabilities with every capability offered, no limits and no search delay. */
  public static Capabilities all() {
    return new Capabilities(EnumSet.allOf(Capability.class), Limits.none(), Duration.ZERO);
  }

  /** Returns whether the library offers a capability. */
  public boolean offers(Capability capability) {
    return offered.contains(Checks.present(capability, "capability"));
  }

  /**
   * Returns the rule by which the library refuses an image. An image is refused if the library does
   * not offer the capability for its kind, or if the image is beyond a limit.
   *
   * @return a rule worded to follow the name of a field, such as {@code must have at most 1024
   *     bytes}; empty if the guard accepts the image. The provider may still reject it for its
   *     content.
   */
  public Optional<String> refusal(FaceImage image) {
    if (offers(capabilityFor(image))) {
      return limits.refusal(image);
    }
    return Optional.of(
        image instanceof FaceImage.Bytes
            ? "must be given by URL: the library does not offer " + Capability.IMAGE_BYTES
            : "must be given by content: the library does not offer " + Capability.IMAGE_URL);
  }

  /** Returns the capability that an image needs. */
  static Capability capabilityFor(FaceImage image) {
    return Checks.present(image, "image") instanceof FaceImage.Bytes
        ? Capability.IMAGE_BYTES
        : Capability.IMAGE_URL;
  }

  /** Returns these capabilities without some of them. */
  public Capabilities without(Capability... missing) {
    Set<Capability> fewer = EnumSet.noneOf(Capability.class);
    fewer.addAll(offered);
    fewer.removeAll(Checks.listOf(missing, "missing"));
    return new Capabilities(fewer, limits, searchDelay);
  }

  /** Returns these capabilities with other limits. */
  public Capabilities withLimits(Limits limits) {
    return new Capabilities(offered, limits, searchDelay);
  }

  /** Returns these capabilities with another search delay. */
  public Capabilities withSearchDelay(Duration searchDelay) {
    return new Capabilities(offered, limits, searchDelay);
  }
}
