package io.facelibrary;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the calls of a guarded library and of its facets. It refuses calls after closing and calls
 * of an interrupted thread, and adds the call to every exception.
 */
final class CallGuard {
  private final String provider;
  private final boolean hasWrites;
  private final InFlightCalls calls = new InFlightCalls();

  CallGuard(String provider, Capabilities capabilities) {
    this.provider = provider;
    hasWrites = capabilities.offers(Capability.WRITES);
  }

  /**
   * Makes one call with a result.
   *
   * @param check checks the request and returns the one to pass to the provider
   * @param call calls the provider
   */
  <R, T> T call(Operation operation, Supplier<R> check, Function<R, T> call) {
    try {
      int stripe = calls.enter();
      try {
        refuseInterrupted(operation);
        R request = check.get();
        if (!operation.isRead() && !hasWrites) {
          throw UnsupportedCapabilityException.of(Capability.WRITES);
        }
        return invoke(operation, request, call);
      } finally {
        calls.leave(stripe);
      }
    } catch (FaceLibraryException e) {
      throw e.during(CallInfo.of(provider, operation));
    } catch (Exception e) {
      // Not only RuntimeException: providers in other JVM languages throw undeclared exceptions.
      throw defect(operation, "the provider failed with " + e.getClass().getName())
          .cause(e)
          .build();
    }
  }

  /**
   * Calls the provider. An {@link InvalidRequestException} about a value means here that the
   * provider built an invalid value, possibly after a write. Its effect {@link Effect#NONE} would
   * then be wrong, so the exception is reported as a defect.
   */
  private <R, T> T invoke(Operation operation, R request, Function<R, T> call) {
    T result;
    try {
      result = call.apply(request);
    } catch (InvalidRequestException e) {
      if (e.isOfValue() && e.call().isEmpty()) {
        throw defect(operation, "the provider built a value that breaks a rule").cause(e).build();
      }
      throw e;
    }
    if (result == null) {
      throw defect(operation, "the provider returned null").build();
    }
    return result;
  }

  /** An interrupted thread would break off a call at a random place, so it begins none. */
  private static void refuseInterrupted(Operation operation) {
    if (Thread.currentThread().isInterrupted()) {
      throw FaceLibraryException.of(
          ErrorKind.INTERRUPTED,
          Effect.NONE,
          "the thread was interrupted before it called " + operation);
    }
  }

  /** Makes one call without a result. */
  <R> void callVoid(Operation operation, Supplier<R> check, Consumer<R> call) {
    call(
        operation,
        check,
        request -> {
          call.accept(request);
          return Boolean.TRUE;
        });
  }

  FaceLibraryException.Builder defect(Operation operation, String message) {
    Effect effect = operation.isRead() ? Effect.NONE : Effect.UNKNOWN;
    return FaceLibraryException.builder(ErrorKind.INTERNAL, effect, message)
        .call(CallInfo.of(provider, operation));
  }

  void checkOutcomes(Operation operation, int items, int outcomes) {
    if (outcomes != items) {
      throw defect(
              operation, "the provider returned " + outcomes + " outcomes for " + items + " items")
          .build();
    }
  }

  /** Waits for the calls in flight. Returns false if the library was closed already. */
  boolean close() {
    return calls.close();
  }
}
