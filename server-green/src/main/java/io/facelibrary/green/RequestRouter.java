package io.facelibrary.green;

import java.util.Optional;

/** Says who answers a request, and answers those that nobody does. */
final class RequestRouter {
  private final Authenticator gatekeeper;
  private final OperationDispatcher operations;
  private final FaultInjector emulator;
  private final ObjectUploads uploads;
  private final StatusPages pages;

  RequestRouter(
      Authenticator gatekeeper,
      OperationDispatcher operations,
      FaultInjector emulator,
      ObjectUploads uploads,
      StatusPages pages) {
    this.gatekeeper = gatekeeper;
    this.operations = operations;
    this.emulator = emulator;
    this.uploads = uploads;
    this.pages = pages;
  }

  /** Tells whether a request brings an object rather than a question. */
  static boolean isUpload(String method) {
    return method.equals("PUT");
  }

  HttpReply reply(ReceivedRequest request) {
    if (isUpload(request.method())) {
      return uploads.reply(request).to("PutObject");
    }
    Optional<GreenOperation> operation = GreenOperation.at(request.path());
    if (operation.isPresent()) {
      return reply(operation.get(), request).to(operation.get().toString());
    }
    return pages
        .reply(request)
        .orElseGet(() -> refused(GatewayErrors.UNKNOWN_API, RequestIds.next(), request));
  }

  private HttpReply reply(GreenOperation operation, ReceivedRequest request) {
    String id = RequestIds.next();
    if (!request.method().equals("POST")) {
      return refused(GatewayErrors.UNSUPPORTED_METHOD, id, request);
    }
    Optional<GatewayError> refusal = gatekeeper.refusal(request);
    if (refusal.isPresent()) {
      return refused(refusal.get(), id, request);
    }
    Optional<FaultInjection.Fault> fault = emulator.fault();
    if (fault.isEmpty()) {
      return done(operation, id, request);
    }
    return switch (fault.get()) {
      case SERVER_ERROR -> refused(GatewayErrors.UNAVAILABLE, id, request);
      case DROP_BEFORE ->
          only(DeliveryPlan.Part.NONE, refused(GatewayErrors.UNAVAILABLE, id, request));
      case DROP_AFTER -> only(DeliveryPlan.Part.NONE, done(operation, id, request));
      case CUT_ANSWER -> only(DeliveryPlan.Part.HALF, done(operation, id, request));
    };
  }

  private static HttpReply only(DeliveryPlan.Part part, HttpReply reply) {
    return reply.delivered(new DeliveryPlan(reply.delivery().delay(), part));
  }

  private HttpReply done(GreenOperation operation, String id, ReceivedRequest request) {
    boolean throttled = operation.inLibrary().map(emulator::isThrottled).orElse(false);
    if (throttled && emulator.emulation().throttling() == FaultInjection.Throttling.GATEWAY) {
      return refused(GatewayErrors.THROTTLED, id, request);
    }
    OperationResult answer;
    if (throttled) {
      answer = Errors.THROTTLED;
    } else if (operation.inLibrary().map(emulator::isRefused).orElse(false)) {
      answer = Errors.DENIED;
    } else {
      answer = operations.answer(operation, request.body());
    }
    int code = answer instanceof OperationResult.Failed failed ? failed.code() : GreenCode.OK;
    HttpReply reply = HttpReply.json(200, Envelope.of(answer, id), Integer.toString(code));
    return emulator.latency().isZero()
        ? reply
        : reply.delivered(new DeliveryPlan(emulator.latency(), DeliveryPlan.Part.WHOLE));
  }

  private static HttpReply refused(GatewayError error, String id, ReceivedRequest request) {
    return refused(error, id, request.header("host").orElse(""));
  }

  static HttpReply refused(GatewayError error, String id, String host) {
    return HttpReply.json(error.status(), Envelope.of(error, id, host), error.code());
  }
}
