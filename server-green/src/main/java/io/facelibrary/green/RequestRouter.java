package io.facelibrary.green;

import io.facelibrary.green.internal.auth.Authenticator;
import io.facelibrary.green.internal.auth.GatewayError;
import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.util.Optional;

/** Routes requests to uploads, operations and status pages, and authenticates operations. */
final class RequestRouter {
  private final Authenticator authenticator;
  private final OperationEndpoint operations;
  private final ObjectUploads uploads;
  private final StatusPages pages;

  RequestRouter(
      Authenticator authenticator,
      OperationEndpoint operations,
      ObjectUploads uploads,
      StatusPages pages) {
    this.authenticator = authenticator;
    this.operations = operations;
    this.uploads = uploads;
    this.pages = pages;
  }

  /** Returns whether a request with this method uploads an object. */
  static boolean isUpload(String method) {
    return method.equals("PUT");
  }

  HttpReply route(ReceivedRequest request) {
    if (isUpload(request.method())) {
      return uploads.store(request).withOperation("PutObject");
    }
    Optional<GreenOperation> operation = GreenOperation.at(request.path());
    if (operation.isPresent()) {
      return execute(operation.get(), request).withOperation(operation.get().toString());
    }
    return pages
        .handle(request)
        .orElseGet(
            () -> GatewayErrors.reply(GatewayErrors.UNKNOWN_API, RequestIds.next(), request));
  }

  private HttpReply execute(GreenOperation operation, ReceivedRequest request) {
    String id = RequestIds.next();
    if (!request.method().equals("POST")) {
      return GatewayErrors.reply(GatewayErrors.UNSUPPORTED_METHOD, id, request);
    }
    Optional<GatewayError> error = authenticator.authenticate(request);
    return error.isPresent()
        ? GatewayErrors.reply(error.get(), id, request)
        : operations.execute(operation, request, id);
  }
}
