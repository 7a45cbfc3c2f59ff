package io.facelibrary.green;

import io.facelibrary.green.internal.auth.GatewayError;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Writes the errors that Jetty raises itself in the format of the gateway, without a stack trace.
 */
final class HttpErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // The following bytes may belong to the malformed request.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    ReplyWriter.write(of(response.getStatus()), response, callback);
    return true;
  }

  static HttpReply of(int status) {
    GatewayError error =
        switch (status) {
          case HttpStatus.INTERNAL_SERVER_ERROR_500 -> GatewayErrors.INTERNAL;
          case HttpStatus.SERVICE_UNAVAILABLE_503 -> GatewayErrors.UNAVAILABLE;
          default -> GatewayErrors.malformed(status);
        };
    return GatewayErrors.reply(error, RequestIds.next(), "");
  }
}
