package io.facelibrary.green;

import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.util.Optional;

/** Injects faults into the calls to another endpoint; see {@link FaultInjection}. */
final class FaultInjectingDispatcher implements OperationEndpoint {
  private final OperationEndpoint operations;
  private final FaultInjector injector;

  FaultInjectingDispatcher(OperationEndpoint operations, FaultInjector injector) {
    this.operations = operations;
    this.injector = injector;
  }

  @Override
  public HttpReply execute(GreenOperation operation, ReceivedRequest request, String requestId) {
    Optional<FaultInjection.Fault> fault = injector.nextFault();
    if (fault.isEmpty()) {
      return limited(operation, request, requestId);
    }
    return switch (fault.get()) {
      case SERVER_ERROR -> GatewayErrors.reply(GatewayErrors.UNAVAILABLE, requestId, request);
      case DROP_BEFORE ->
          sendOnly(
              DeliveryPlan.Part.NONE,
              GatewayErrors.reply(GatewayErrors.UNAVAILABLE, requestId, request));
      case DROP_AFTER -> sendOnly(DeliveryPlan.Part.NONE, limited(operation, request, requestId));
      case CUT_RESPONSE -> sendOnly(DeliveryPlan.Part.HALF, limited(operation, request, requestId));
    };
  }

  private static HttpReply sendOnly(DeliveryPlan.Part part, HttpReply reply) {
    return reply.withDelivery(new DeliveryPlan(reply.delivery().delay(), part));
  }

  /** Applies the rate limit, the read-only mode and the latency. */
  private HttpReply limited(GreenOperation operation, ReceivedRequest request, String requestId) {
    boolean throttled = operation.libraryOperation().map(injector::throttle).orElse(false);
    if (throttled && injector.faults().throttling() == FaultInjection.Throttling.GATEWAY) {
      return GatewayErrors.reply(GatewayErrors.THROTTLED, requestId, request);
    }
    HttpReply reply;
    if (throttled) {
      reply = HttpReply.of(OperationErrors.THROTTLED, requestId);
    } else if (operation.libraryOperation().map(injector::isDenied).orElse(false)) {
      reply = HttpReply.of(OperationErrors.DENIED, requestId);
    } else {
      reply = operations.execute(operation, request, requestId);
    }
    return injector.faults().latency().isZero()
        ? reply
        : reply.withDelivery(
            new DeliveryPlan(injector.faults().latency(), DeliveryPlan.Part.WHOLE));
  }
}
