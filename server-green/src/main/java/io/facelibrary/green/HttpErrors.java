package io.facelibrary.green;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses by itself in the form of the gateway, and without a stack trace. */
final class HttpErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // What follows a request that could not be read may be a part of it.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    ReplyWriter.write(reply(response.getStatus()), response, callback);
    return true;
  }

  static HttpReply reply(int status) {
    GatewayError error =
        switch (status) {
          case HttpStatus.INTERNAL_SERVER_ERROR_500 -> GatewayErrors.INTERNAL;
          case HttpStatus.SERVICE_UNAVAILABLE_503 -> GatewayErrors.UNAVAILABLE;
          default -> GatewayErrors.malformed(status);
        };
    return RequestRouter.refused(error, RequestIds.next(), "");
  }
}
