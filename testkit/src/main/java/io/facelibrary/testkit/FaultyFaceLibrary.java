package io.facelibrary.testkit;

import io.facelibrary.Call;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A layer that injects faults into the calls that a test chooses, and forwards every other call.
 *
 * <pre>{@code
 * var library = FaultyFaceLibrary.over(healthy).failCall(2, Fault.before(ErrorKind.UNAVAILABLE));
 * var lossy = FaultyFaceLibrary.over(healthy)
 *     .failNext(Operation.ADD_FACES, Fault.after(ErrorKind.TIMED_OUT));
 * var flaky = FaultyFaceLibrary.over(healthy).failShare(0.1, 42, Fault.before(ErrorKind.THROTTLED));
 * }</pre>
 *
 * <p>A test may add faults while calls run. If several apply to a call, the first added one
 * applies.
 */
public final class FaultyFaceLibrary extends ForwardingFaceLibrary {
  static final String PROVIDER = "faulty";

  private final List<Plan> plans = new ArrayList<>();
  private final Map<Operation, Integer> calls = new EnumMap<>(Operation.class);
  private int allCalls;
  private int failures;

  private FaultyFaceLibrary(FaceLibrary delegate) {
    super(delegate);
  }

  /** Returns a layer without faults. */
  public static FaultyFaceLibrary over(FaceLibrary library) {
    return new FaultyFaceLibrary(library);
  }

  /** Injects a fault into the next call of any operation. */
  public synchronized FaultyFaceLibrary failNext(Fault fault) {
    return failCall(allCalls + 1, fault);
  }

  /** Injects a fault into the next call of an operation. */
  public synchronized FaultyFaceLibrary failNext(Operation operation, Fault fault) {
    return failCall(operation, calls.getOrDefault(operation, 0) + 1, fault);
  }

  /**
   * Injects a fault into one call.
   *
   * @param nth the number of the call, from 1, since this layer was created
   */
  public synchronized FaultyFaceLibrary failCall(int nth, Fault fault) {
    return plan(fault, (operation, all, same) -> all == nth);
  }

  /**
   * Injects a fault into one call of an operation.
   *
   * @param nth the number of the call of this operation, from 1, since this layer was created
   */
  public synchronized FaultyFaceLibrary failCall(Operation operation, int nth, Fault fault) {
    return plan(fault, (called, all, same) -> called == operation && same == nth);
  }

  /** Injects a fault into every call of these operations. */
  public synchronized FaultyFaceLibrary failEvery(
      Fault fault, Operation operation, Operation... more) {
    Set<Operation> failing = EnumSet.of(operation, more);
    return plan(fault, (called, all, same) -> failing.contains(called));
  }

  /** Injects a fault into every call. */
  public synchronized FaultyFaceLibrary failEvery(Fault fault) {
    return plan(fault, (called, all, same) -> true);
  }

  /**
   * Injects a fault into a share of the calls. The same seed chooses the same calls.
   *
   * @param share from 0, no call, to 1, every call
   * @throws IllegalArgumentException if the share is not from 0 to 1
   */
  public synchronized FaultyFaceLibrary failShare(double share, long seed, Fault fault) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1");
    }
    SplittableRandom random = new SplittableRandom(seed);
    return plan(fault, (called, all, same) -> random.nextDouble() < share);
  }

  /** Removes all faults. Every later call is forwarded. */
  public synchronized FaultyFaceLibrary recover() {
    plans.clear();
    return this;
  }

  /** Returns the number of calls that failed by a fault so far. */
  public synchronized int failures() {
    return failures;
  }

  private FaultyFaceLibrary plan(Fault fault, Trigger trigger) {
    plans.add(new Plan(trigger, fault));
    return this;
  }

  @Override
  protected <T> T around(Call<T> call) {
    Optional<Fault> fault = nextFault(call.operation());
    if (fault.isEmpty()) {
      return call.proceed();
    }
    if (fault.get().done()) {
      // A failure of the call itself takes precedence: there is no result to lose.
      var unused = call.proceed();
    }
    throw fault.get().during(call.operation());
  }

  private synchronized Optional<Fault> nextFault(Operation operation) {
    allCalls++;
    int same = calls.merge(operation, 1, Integer::sum);
    Optional<Fault> due = Optional.empty();
    for (Plan plan : plans) {
      // Every trigger is evaluated, so that a seeded share does not depend on other faults.
      boolean hit = plan.trigger.hits(operation, allCalls, same);
      if (hit && due.isEmpty()) {
        due = Optional.of(plan.fault);
      }
    }
    if (due.isPresent()) {
      failures++;
    }
    return due;
  }

  private record Plan(Trigger trigger, Fault fault) {}

  private interface Trigger {
    boolean hits(Operation operation, int nthCall, int nthOfOperation);
  }
}
