package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Faults that the server injects so that client programs can be tested against them. All are off by
 * default, and none affects uploads. They can be changed while the server runs: see {@link
 * GreenServer#injectFaults}.
 *
 * @param callsPerSecond the accepted calls per second, at least 1, by operation; absent operations
 *     are not limited
 * @param throttling how calls beyond this rate are rejected
 * @param latency the delay of every response, not negative; the operation is executed before it
 * @param readOnly whether operations that write are rejected, with code 596
 * @param faultShare the share of calls that a random fault hits, from 0 to 1
 * @param faultSeed the seed of the random faults: equal seeds give equal faults for equal calls
 * @param faults the random faults; each is equally likely
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
   * How a call beyond the rate is rejected. The documentation does not say which of the two the
   * service does.
   */
  public enum Throttling {
    /** By the gateway: HTTP 400 with {@code Throttling.User}. */
    GATEWAY,
    /** By the service: HTTP 200 with code 588. */
    SERVICE
  }

  /** A fault that hits one call. */
  public enum Fault {
    /** The connection is closed without a response; the operation is not executed. */
    DROP_BEFORE,
    /** The connection is closed without a response; the operation is executed. */
    DROP_AFTER,
    /** The connection is closed in the middle of the response; the operation is executed. */
    CUT_RESPONSE,
    /** HTTP 503 with {@code ServiceUnavailable}; the operation is not executed. */
    SERVER_ERROR
  }

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a rate, the latency or the share is out of its range, or if
   *     the share is above 0 without a fault
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
      throw InvalidRequestException.of("faults", "must not be empty if faultShare is above 0");
    }
  }

  /** Returns an instance that injects nothing. */
  public static FaultInjection none() {
    return NONE;
  }

  /** Returns a builder that injects nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FaultInjection}. */
  public static final class Builder {
    private final Map<Operation, Integer> callsPerSecond = new EnumMap<>(Operation.class);
    private Throttling throttling = Throttling.GATEWAY;
    private Duration latency = Duration.ZERO;
    private boolean readOnly;
    private double faultShare;
    private long faultSeed;
    private List<Fault> faults = List.of();

    private Builder() {}

    /** Sets the calls per second of every operation; each operation is counted separately. */
    public Builder callsPerSecond(int limit) {
      for (Operation operation : Operation.values()) {
        callsPerSecond.put(operation, limit);
      }
      return this;
    }

    /** Sets the calls per second of one operation. */
    public Builder callsPerSecond(Operation operation, int limit) {
      callsPerSecond.put(operation, limit);
      return this;
    }

    /** Sets how calls beyond the rate are rejected; {@link Throttling#GATEWAY} by default. */
    public Builder throttling(Throttling throttling) {
      this.throttling = throttling;
      return this;
    }

    /** Sets the delay of every response; none by default. */
    public Builder latency(Duration latency) {
      this.latency = latency;
      return this;
    }

    /** Rejects operations that write, with code 596. */
    public Builder readOnly() {
      readOnly = true;
      return this;
    }

    /** Sets the share, the seed and the kinds of random faults. */
    public Builder faults(double share, long seed, Fault... kinds) {
      faultShare = share;
      faultSeed = seed;
      faults = List.of(kinds);
      return this;
    }

    /**
     * Returns the faults.
     *
     * @throws InvalidRequestException if a rate, the latency or the share is out of its range, or
     *     if the share is above 0 without a fault
     */
    public FaultInjection build() {
      return new FaultInjection(
          callsPerSecond, throttling, latency, readOnly, faultShare, faultSeed, faults);
    }
  }
}
