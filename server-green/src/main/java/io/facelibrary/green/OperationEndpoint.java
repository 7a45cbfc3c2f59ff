package io.facelibrary.green;

import io.facelibrary.green.internal.auth.ReceivedRequest;

/** Serves authenticated requests to operations. */
@FunctionalInterface
interface OperationEndpoint {

  /**
   * Executes an operation and returns the reply.
   *
   * @param requestId the id to put into the reply
   */
  HttpReply execute(GreenOperation operation, ReceivedRequest request, String requestId);
}
