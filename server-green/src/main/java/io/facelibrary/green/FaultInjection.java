package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Troubles of the service that a server can put on, to see how a program bears them. All are off by
 * default, none touches uploads, and each can be changed while the server runs: see {@link
 * GreenServer#emulate}.
 *
 * @param callsPerSecond calls a second that are let through, by operation; those not named are not
 *     limited
 * @param throttling how calls beyond it are refused
 * @param latency how much later than otherwise an answer comes; what was asked is done before
 * @param readOnly whether operations that write are refused, with code 596
 * @param faultShare the share of calls that a fault befalls, from 0 to 1
 * @param faultSeed the same seed brings the same faults for the same calls
 * @param faults those that can befall; each is as likely as another
 */
public record FaultInjection(
    Map<Operation, Integer> callsPerSecond,
    Throttling throttling,
    Duration latency,
    boolean readOnly,
    double faultShare,
    long faultSeed,
    List<Fault> faults) {

  private static final FaultInjection NONE = new Builder().build();

  /**
   * How a call beyond the rate is refused. Which of the two the service does is not documented;
   * both are possible.
   */
  public enum Throttling {
    /** By the gateway: HTTP 400 with {@code Throttling.User}. */
    GATEWAY,
    /** By the service: HTTP 200 with code 588. */
    SERVICE
  }

  /** What can befall a call. */
  public enum Fault {
    /** The connection is closed without an answer, and nothing was done. */
    DROP_BEFORE,
    /** The connection is closed without an answer, and what was asked was done. */
    DROP_AFTER,
    /** The connection is closed in the middle of the answer; what was asked was done. */
    CUT_ANSWER,
    /** HTTP 503 with {@code ServiceUnavailable}, and nothing was done. */
    SERVER_ERROR
  }

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a rate is below 1, the latency negative, or the share not
   *     from 0 to 1 or above 0 with no fault named
   */
  public FaultInjection {
    Map<Operation, Integer> rates = new EnumMap<>(Operation.class);
    rates.putAll(callsPerSecond);
    if (rates.values().stream().anyMatch(rate -> rate < 1)) {
      throw InvalidRequestException.of("callsPerSecond", "must be at least 1");
    }
    callsPerSecond = Collections.unmodifiableMap(rates);
    if (latency.isNegative()) {
      throw InvalidRequestException.of("latency", "must not be negative");
    }
    if (!(faultShare >= 0 && faultShare <= 1)) {
      throw InvalidRequestException.of("faultShare", "must be from 0 to 1");
    }
    faults = List.copyOf(faults);
    if (faultShare > 0 && faults.isEmpty()) {
      throw InvalidRequestException.of("faults", "must be named when a share of calls is to fail");
    }
  }

  /** Returns no trouble at all. */
  public static FaultInjection none() {
    return NONE;
  }

  /** Starts from no trouble at all. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects troubles. */
  public static final class Builder {
    private final Map<Operation, Integer> callsPerSecond = new EnumMap<>(Operation.class);
    private Throttling throttling = Throttling.GATEWAY;
    private Duration latency = Duration.ZERO;
    private boolean readOnly;
    private double faultShare;
    private long faultSeed;
    private List<Fault> faults = List.of();

    private Builder() {}

    /** Sets the calls a second of every operation, each counted alone. */
    public Builder callsPerSecond(int most) {
      for (Operation operation : Operation.values()) {
        callsPerSecond.put(operation, most);
      }
      return this;
    }

    /** Sets the calls a second of one operation. */
    public Builder callsPerSecond(Operation operation, int most) {
      callsPerSecond.put(operation, most);
      return this;
    }

    /** Sets how calls beyond the rate are refused; {@link Throttling#GATEWAY} unless set. */
    public Builder throttling(Throttling throttling) {
      this.throttling = throttling;
      return this;
    }

    /** Sets how much later answers come. */
    public Builder latency(Duration latency) {
      this.latency = latency;
      return this;
    }

    /** Refuses operations that write. */
    public Builder readOnly() {
      readOnly = true;
      return this;
    }

    /** Sets the share of calls that a fault befalls, the same ones for the same seed. */
    public Builder faults(double share, long seed, Fault... kinds) {
      faultShare = share;
      faultSeed = seed;
      faults = List.of(kinds);
      return this;
    }

    /**
     * Returns the troubles.
     *
     * @throws InvalidRequestException if a rate is below 1, the latency negative, or the share not
     *     from 0 to 1 or above 0 with no fault named
     */
    public FaultInjection build() {
      return new FaultInjection(
          callsPerSecond, throttling, latency, readOnly, faultShare, faultSeed, faults);
    }
  }
}
