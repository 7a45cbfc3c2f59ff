package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Faults that the server injects so that client programs can be tested against them. All are off by
 * default, and none affects uploads. They can be changed while the server runs: see {@link
 * GreenServer#injectFaults}.
 */
public final class FaultInjection {

  private static final FaultInjection NONE = new Builder().build();

  private final Map<Operation, Integer> callsPerSecond;
  private final Throttling throttling;
  private final Duration latency;
  private final boolean readOnly;
  private final double faultShare;
  private final long faultSeed;
  private final List<Fault> faults;

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

  private FaultInjection(Builder builder) {
    Map<Operation, Integer> rates = new EnumMap<>(builder.callsPerSecond);
    if (rates.values().stream().anyMatch(rate -> rate < 1)) {
      throw InvalidRequestException.of("callsPerSecond", "must be at least 1");
    }
    if (builder.latency.isNegative()) {
      throw InvalidRequestException.of("latency", "must not be negative");
    }
    if (!(builder.faultShare >= 0 && builder.faultShare <= 1)) {
      throw InvalidRequestException.of("faultShare", "must be from 0 to 1");
    }
    if (builder.faultShare > 0 && builder.faults.isEmpty()) {
      throw InvalidRequestException.of("faults", "must not be empty if faultShare is above 0");
    }
    callsPerSecond = Collections.unmodifiableMap(rates);
    throttling = builder.throttling;
    latency = builder.latency;
    readOnly = builder.readOnly;
    faultShare = builder.faultShare;
    faultSeed = builder.faultSeed;
    faults = builder.faults;
  }

  /** Returns an instance that injects nothing. */
  public static FaultInjection none() {
    return NONE;
  }

  /** Returns a builder that injects nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the accepted calls per second by operation; absent operations are not limited. */
  public Map<Operation, Integer> callsPerSecond() {
    return callsPerSecond;
  }

  /** Returns how calls beyond this rate are rejected. */
  public Throttling throttling() {
    return throttling;
  }

  /** Returns the delay of every response; the operation is executed before it. */
  public Duration latency() {
    return latency;
  }

  /** Returns whether operations that write are rejected, with code 596. */
  public boolean readOnly() {
    return readOnly;
  }

  /** Returns the share of calls that a random fault hits, from 0 to 1. */
  public double faultShare() {
    return faultShare;
  }

  /** Returns the seed of the random faults: equal seeds give equal faults for equal calls. */
  public long faultSeed() {
    return faultSeed;
  }

  /** Returns the random faults; each is equally likely. */
  public List<Fault> faults() {
    return faults;
  }

  private List<Object> fields() {
    return List.of(callsPerSecond, throttling, latency, readOnly, faultShare, faultSeed, faults);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FaultInjection that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return "FaultInjection[callsPerSecond="
        + callsPerSecond
        + ", throttling="
        + throttling
        + ", latency="
        + latency
        + ", readOnly="
        + readOnly
        + ", faultShare="
        + faultShare
        + ", faultSeed="
        + faultSeed
        + ", faults="
        + faults
        + "]";
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

    /** Sets the calls per second of every operation, at least 1; each is counted separately. */
    public Builder callsPerSecond(int limit) {
      for (Operation operation : Operation.values()) {
        callsPerSecond.put(operation, limit);
      }
      return this;
    }

    /** Sets the calls per second of one operation, at least 1. */
    public Builder callsPerSecond(Operation operation, int limit) {
      callsPerSecond.put(Checks.present(operation, "operation"), limit);
      return this;
    }

    /** Sets how calls beyond the rate are rejected; {@link Throttling#GATEWAY} by default. */
    public Builder throttling(Throttling throttling) {
      this.throttling = Checks.present(throttling, "throttling");
      return this;
    }

    /** Sets the delay of every response, not negative; none by default. */
    public Builder latency(Duration latency) {
      this.latency = Checks.present(latency, "latency");
      return this;
    }

    /** Rejects operations that write, with code 596. */
    public Builder readOnly() {
      readOnly = true;
      return this;
    }

    /** Sets the share, from 0 to 1, the seed and the kinds of random faults. */
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
      return new FaultInjection(this);
    }
  }
}
