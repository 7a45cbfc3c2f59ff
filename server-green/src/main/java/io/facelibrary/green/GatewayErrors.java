package io.facelibrary.green;

import io.facelibrary.green.internal.auth.GatewayError;
import io.facelibrary.green.internal.auth.ReceivedRequest;

/**
 * The errors of the gateway for requests that reach no operation. Source: the error center of the
 * vendor, for codes and statuses. {@link #tooLarge} is our own, because no limit is documented.
 */
final class GatewayErrors {
  static final GatewayError UNKNOWN_API =
      new GatewayError(
          404,
          "InvalidApi.NotFound",
          "Specified api is not found, please check your url and method.");
  static final GatewayError UNSUPPORTED_METHOD =
      new GatewayError(400, "UnsupportedHTTPMethod", "This http method is not supported.");
  static final GatewayError INTERNAL =
      new GatewayError(
          500, "InternalError", "The request processing has failed due to some unknown error.");

  static final GatewayError UNAVAILABLE =
      new GatewayError(
          503,
          "ServiceUnavailable",
          "The request has failed due to a temporary failure of the server.");
  static final GatewayError THROTTLED =
      new GatewayError(400, "Throttling.User", "Request was denied due to user flow control.");

  private GatewayErrors() {}

  static GatewayError tooLarge(int maxBytes) {
    return new GatewayError(
        413, "RequestEntityTooLarge", "The body must have at most " + maxBytes + " bytes.");
  }

  /** Returns the error for a request that Jetty could not parse as HTTP. */
  static GatewayError malformed(int status) {
    return new GatewayError(
        status, "InvalidRequest", "The request is malformed, or its HTTP version is not served.");
  }

  static HttpReply reply(GatewayError error, String requestId, ReceivedRequest request) {
    return reply(error, requestId, request.header("host").orElse(""));
  }

  static HttpReply reply(GatewayError error, String requestId, String host) {
    return HttpReply.json(error.status(), Envelope.of(error, requestId, host), error.code());
  }
}
