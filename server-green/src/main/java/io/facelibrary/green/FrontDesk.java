package io.facelibrary.green;

import java.util.Optional;

/** Says who answers a request, and answers those that nobody does. */
final class FrontDesk {
  private final Gatekeeper gatekeeper;
  private final Operations operations;
  private final Emulator emulator;
  private final ObjectUploads uploads;
  private final Pages pages;

  FrontDesk(
      Gatekeeper gatekeeper,
      Operations operations,
      Emulator emulator,
      ObjectUploads uploads,
      Pages pages) {
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

  Reply reply(ReceivedRequest request) {
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

  private Reply reply(GreenOperation operation, ReceivedRequest request) {
    String id = RequestIds.next();
    if (!request.method().equals("POST")) {
      return refused(GatewayErrors.UNSUPPORTED_METHOD, id, request);
    }
    Optional<GatewayError> refusal = gatekeeper.refusal(request);
    if (refusal.isPresent()) {
      return refused(refusal.get(), id, request);
    }
    Optional<Emulation.Fault> fault = emulator.fault();
    if (fault.isEmpty()) {
      return done(operation, id, request);
    }
    return switch (fault.get()) {
      case SERVER_ERROR -> refused(GatewayErrors.UNAVAILABLE, id, request);
      case DROP_BEFORE -> only(Delivery.Part.NONE, refused(GatewayErrors.UNAVAILABLE, id, request));
      case DROP_AFTER -> only(Delivery.Part.NONE, done(operation, id, request));
      case CUT_ANSWER -> only(Delivery.Part.HALF, done(operation, id, request));
    };
  }

  private static Reply only(Delivery.Part part, Reply reply) {
    return reply.delivered(new Delivery(reply.delivery().delay(), part));
  }

  private Reply done(GreenOperation operation, String id, ReceivedRequest request) {
    boolean throttled = operation.inLibrary().map(emulator::isThrottled).orElse(false);
    if (throttled && emulator.emulation().throttling() == Emulation.Throttling.GATEWAY) {
      return refused(GatewayErrors.THROTTLED, id, request);
    }
    Answer answer;
    if (throttled) {
      answer = Errors.THROTTLED;
    } else if (operation.inLibrary().map(emulator::isRefused).orElse(false)) {
      answer = Errors.DENIED;
    } else {
      answer = operations.answer(operation, request.body());
    }
    int code = answer instanceof Answer.Failed failed ? failed.code() : GreenCode.OK;
    Reply reply = Reply.json(200, Envelope.of(answer, id), Integer.toString(code));
    return emulator.latency().isZero()
        ? reply
        : reply.delivered(new Delivery(emulator.latency(), Delivery.Part.WHOLE));
  }

  private static Reply refused(GatewayError error, String id, ReceivedRequest request) {
    return refused(error, id, request.header("host").orElse(""));
  }

  static Reply refused(GatewayError error, String id, String host) {
    return Reply.json(error.status(), Envelope.of(error, id, host), error.code());
  }
}
