package io.facelibrary.green;

import io.facelibrary.FaceLibraryException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Does operations and turns whatever happens into an answer. */
final class OperationDispatcher {
  private final Map<GreenOperation, OperationHandler> handlers =
      new EnumMap<>(GreenOperation.class);
  private final Errors errors;

  OperationDispatcher(Errors errors) {
    this.errors = errors;
  }

  OperationDispatcher with(GreenOperation operation, OperationHandler handler) {
    handlers.put(operation, handler);
    return this;
  }

  OperationResult answer(GreenOperation operation, byte[] body) {
    try {
      OperationHandler handler = Objects.requireNonNull(handlers.get(operation));
      return handler.handle(GreenJson.read(body));
    } catch (FaceLibraryException e) {
      return errors.of(operation, e);
    }
  }
}
