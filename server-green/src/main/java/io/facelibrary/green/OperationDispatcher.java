package io.facelibrary.green;

import io.facelibrary.FaceLibraryException;
import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Calls the handler of an operation and maps exceptions of the library to results. */
final class OperationDispatcher implements OperationEndpoint {
  private final Map<GreenOperation, OperationHandler> handlers =
      new EnumMap<>(GreenOperation.class);
  private final OperationErrors errors;

  OperationDispatcher(OperationErrors errors) {
    this.errors = errors;
  }

  OperationDispatcher with(GreenOperation operation, OperationHandler handler) {
    handlers.put(operation, handler);
    return this;
  }

  @Override
  public HttpReply execute(GreenOperation operation, ReceivedRequest request, String requestId) {
    return HttpReply.of(dispatch(operation, request.body()), requestId);
  }

  OperationResult dispatch(GreenOperation operation, byte[] body) {
    try {
      OperationHandler handler = Objects.requireNonNull(handlers.get(operation));
      return handler.handle(GreenJson.read(body));
    } catch (FaceLibraryException e) {
      return errors.of(operation, e);
    }
  }
}
