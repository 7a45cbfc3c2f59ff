package io.facelibrary.green;

/**
 * What the gateway says of requests that reach no operation. Source: the vendor's error centre, for
 * codes and statuses; {@link #tooLarge} is ours, since no limit is documented.
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

  static GatewayError tooLarge(int most) {
    return new GatewayError(
        413, "RequestEntityTooLarge", "The body must have at most " + most + " bytes.");
  }

  /** What Jetty could not read as HTTP. */
  static GatewayError malformed(int status) {
    return new GatewayError(
        status, "InvalidRequest", "The request is no HTTP request that is served here.");
  }
}
