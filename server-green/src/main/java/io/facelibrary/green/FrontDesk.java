package io.facelibrary.green;

import java.util.Optional;

/** Says who answers a request, and answers those that nobody does. */
final class FrontDesk {
  private final Gatekeeper gatekeeper;
  private final Operations operations;
  private final ObjectUploads uploads;

  FrontDesk(Gatekeeper gatekeeper, Operations operations, ObjectUploads uploads) {
    this.gatekeeper = gatekeeper;
    this.operations = operations;
    this.uploads = uploads;
  }

  /** Tells whether a request brings an object rather than a question. */
  static boolean isUpload(String method) {
    return method.equals("PUT");
  }

  Reply reply(ReceivedRequest request) {
    if (isUpload(request.method())) {
      return uploads.reply(request);
    }
    String id = RequestIds.next();
    Optional<GreenOperation> operation = GreenOperation.at(request.path());
    if (operation.isEmpty()) {
      return refused(GatewayErrors.UNKNOWN_API, id, request);
    }
    if (!request.method().equals("POST")) {
      return refused(GatewayErrors.UNSUPPORTED_METHOD, id, request);
    }
    Optional<GatewayError> refusal = gatekeeper.refusal(request);
    if (refusal.isPresent()) {
      return refused(refusal.get(), id, request);
    }
    Answer answer = operations.answer(operation.get(), request.body());
    int code = answer instanceof Answer.Failed failed ? failed.code() : GreenCode.OK;
    return Reply.json(200, Envelope.of(answer, id), Integer.toString(code));
  }

  private static Reply refused(GatewayError error, String id, ReceivedRequest request) {
    return refused(error, id, request.header("host").orElse(""));
  }

  static Reply refused(GatewayError error, String id, String host) {
    return Reply.json(error.status(), Envelope.of(error, id, host), error.code());
  }
}
