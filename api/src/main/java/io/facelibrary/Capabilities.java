package io.facelibrary;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The capabilities and limits of a library as it was opened.
 *
 * <p>{@link #builder} begins with the baseline. A provider offers what it has beyond the baseline,
 * and takes away what it lacks:
 *
 * <pre>{@code
 * Capabilities.builder()
 *     .offers(IMAGE_URL, SEARCH)
 *     .without(PERSONS_WITHOUT_FACES)
 *     .limits(limits)
 *     .build();
 * }</pre>
 */
public final class Capabilities {
  private final Set<Capability> offered;
  private final Limits limits;
  private final Duration searchDelay;
  private final Duration queryDelay;
  private final Optional<SimilarityScale> scale;

  private Capabilities(Builder builder) {
    Set<Capability> copy = EnumSet.copyOf(builder.offered);
    if (!builder.queryDelay.isZero()) {
      copy.remove(Capability.CONSISTENT_QUERIES);
    }
    offered = Collections.unmodifiableSet(copy);
    limits = builder.limits;
    searchDelay = builder.searchDelay;
    queryDelay = builder.queryDelay;
    scale = builder.scale;
  }

  /** Returns a builder with the baseline: no optional capability, no limits, delays or scale. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder in which these capabilities are set. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.offered.clear();
    builder.offered.addAll(offered);
    builder.limits = limits;
    builder.searchDelay = searchDelay;
    builder.queryDelay = queryDelay;
    builder.scale = scale;
    return builder;
  }

  /**
   * Returns the capabilities that the library offers. The guard refuses all others with {@link
   * UnsupportedCapabilityException}.
   */
  public Set<Capability> offered() {
    return offered;
  }

  /** Returns whether the library offers a capability. */
  public boolean offers(Capability capability) {
    return offered.contains(Checks.present(capability, "capability"));
  }

  /**
   * Returns the limits. The guard refuses requests beyond them. The provider enforces limits that
   * depend on the library's content.
   */
  public Limits limits() {
    return limits;
  }

  /**
   * Returns the longest time until a write is visible to {@link FaceLibrary#search}; zero if a
   * write is visible immediately.
   */
  public Duration searchDelay() {
    return searchDelay;
  }

  /**
   * Returns the longest time until a write is visible to every query; zero if the library offers
   * {@link Capability#CONSISTENT_QUERIES}, or if the time is not known.
   */
  public Duration queryDelay() {
    return queryDelay;
  }

  /**
   * Returns the meaning of the library's similarities; empty if it is not known. Without a scale a
   * search must say its minimum similarity, unless the library offers {@link
   * Capability#OWN_THRESHOLD}.
   */
  public Optional<SimilarityScale> scale() {
    return scale;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Capabilities that
        && offered.equals(that.offered)
        && limits.equals(that.limits)
        && searchDelay.equals(that.searchDelay)
        && queryDelay.equals(that.queryDelay)
        && scale.equals(that.scale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(offered, limits, searchDelay, queryDelay, scale);
  }

  @Override
  public String toString() {
    return "Capabilities[offered="
        + offered
        + ", limits="
        + limits
        + ", searchDelay="
        + searchDelay
        + ", queryDelay="
        + queryDelay
        + ", scale="
        + scale
        + "]";
  }

  /** Collects the capabilities of a library. */
  public static final class Builder {
    private final Set<Capability> offered = EnumSet.noneOf(Capability.class);
    private Limits limits = Limits.none();
    private Duration searchDelay = Duration.ZERO;
    private Duration queryDelay = Duration.ZERO;
    private Optional<SimilarityScale> scale = Optional.empty();

    private Builder() {
      for (Capability capability : Capability.values()) {
        if (capability.isBaseline()) {
          offered.add(capability);
        }
      }
    }

    /** Offers capabilities, usually optional ones. */
    public Builder offers(Capability... capabilities) {
      offered.addAll(Checks.listOf(capabilities, "capabilities"));
      return this;
    }

    /** Takes capabilities away, usually those of the baseline. */
    public Builder without(Capability... capabilities) {
      offered.removeAll(Checks.listOf(capabilities, "capabilities"));
      return this;
    }

    /** Sets the limits; unlimited by default. */
    public Builder limits(Limits limits) {
      this.limits = Checks.present(limits, "limits");
      return this;
    }

    /**
     * Sets the longest time until a write is visible to searches; zero by default.
     *
     * @throws InvalidRequestException if the delay is negative
     */
    public Builder searchDelay(Duration delay) {
      searchDelay = notNegative(delay, "searchDelay");
      return this;
    }

    /**
     * Sets the longest time until a write is visible to every query; zero by default. A delay takes
     * {@link Capability#CONSISTENT_QUERIES} away.
     *
     * @throws InvalidRequestException if the delay is negative
     */
    public Builder queryDelay(Duration delay) {
      queryDelay = notNegative(delay, "queryDelay");
      return this;
    }

    /** Sets the meaning of the library's similarities; not known by default. */
    public Builder scale(SimilarityScale scale) {
      this.scale = Optional.of(Checks.present(scale, "scale"));
      return this;
    }

    private static Duration notNegative(Duration delay, String field) {
      if (Checks.present(delay, field).isNegative()) {
        throw InvalidRequestException.ofValue(field, "must not be negative");
      }
      return delay;
    }

    /** Returns the capabilities. */
    public Capabilities build() {
      return new Capabilities(this);
    }
  }
}
