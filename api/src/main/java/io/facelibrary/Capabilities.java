package io.facelibrary;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a library, as it was opened, offers and limits.
 *
 * @param offered what it offers; the guard refuses the rest with {@link
 *     UnsupportedCapabilityException}
 * @param limits what it limits; the guard refuses requests beyond them, except those on what the
 *     library already holds, which only the provider can judge
 * @param searchDelay the longest time until a write is visible to {@link FaceLibrary#search}; zero
 *     where it is visible at once. Queries see a write at once in every library.
 */
public record Capabilities(Set<Capability> offered, Limits limits, Duration searchDelay) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field is null or the time is negative
   */
  public Capabilities {
    Set<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(Checks.copy(offered, "offered"));
    offered = Collections.unmodifiableSet(copy);
    Checks.present(limits, "limits");
    if (Checks.present(searchDelay, "settling").isNegative()) {
      throw InvalidRequestException.ofValue("settling", "must not be negative");
    }
  }

  /** Returns capabilities that offer everything, limit nothing and settle at once. */
  public static Capabilities all() {
    return new Capabilities(EnumSet.allOf(Capability.class), Limits.none(), Duration.ZERO);
  }

  /** Tells whether the library offers this. */
  public boolean offers(Capability capability) {
    return offered.contains(Checks.present(capability, "capability"));
  }

  /** Returns these capabilities less some. */
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

  /** Returns these capabilities with another settling time. */
  public Capabilities withSearchDelay(Duration searchDelay) {
    return new Capabilities(offered, limits, searchDelay);
  }
}
