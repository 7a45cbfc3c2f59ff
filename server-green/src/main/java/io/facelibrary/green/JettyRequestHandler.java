package io.facelibrary.green;

import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Receives requests from Jetty and their bodies asynchronously, and sends the replies. */
final class JettyRequestHandler extends Handler.Abstract {
  private static final Logger LOG = System.getLogger(JettyRequestHandler.class.getName());

  private final RequestRouter router;
  private final ObjectUploads uploads;
  private final HttpLimits limits;
  private final int objectBytes;
  private final ReplyWriter writer;

  JettyRequestHandler(
      RequestRouter router,
      ObjectUploads uploads,
      HttpLimits limits,
      int objectBytes,
      ReplyWriter writer) {
    this.router = router;
    this.uploads = uploads;
    this.limits = limits;
    this.objectBytes = objectBytes;
    this.writer = writer;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HeaderTimeoutEndPoint.headersReceived(request);
    boolean upload = RequestRouter.isUpload(request.getMethod());
    int maxBytes = upload ? objectBytes : limits.bodyBytes();
    if (request.getLength() > maxBytes) {
      writer.send(tooLarge(request, upload), 0, request, response, callback);
      return true;
    }
    RequestBody body =
        new RequestBody(
            request,
            content ->
                writer.send(
                    reply(received(request, content)), content.length, request, response, callback),
            failure -> handleFailure(failure, request, response, callback));
    Content.Source.asByteArrayAsync(request, maxBytes, body);
    body.startTimeout(limits.bodyTimeout());
    return true;
  }

  private void handleFailure(
      Throwable failure, Request request, Response response, Callback callback) {
    if (failure instanceof IllegalStateException) {
      boolean upload = RequestRouter.isUpload(request.getMethod());
      writer.send(tooLarge(request, upload), 0, request, response, callback);
    } else if (failure instanceof TimeoutException) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      HttpReply reply = HttpErrors.of(HttpStatus.REQUEST_TIMEOUT_408);
      writer.send(reply, 0, request, response, callback);
    } else {
      callback.failed(failure);
    }
  }

  private HttpReply reply(ReceivedRequest request) {
    try {
      return router.route(request);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request failed unexpectedly", e);
      return GatewayErrors.reply(GatewayErrors.INTERNAL, RequestIds.next(), "");
    }
  }

  private HttpReply tooLarge(Request request, boolean upload) {
    return upload
        ? uploads.tooLarge()
        : GatewayErrors.reply(
            GatewayErrors.tooLarge(limits.bodyBytes()),
            RequestIds.next(),
            Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse(""));
  }

  private static ReceivedRequest received(Request request, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
          .add(Optional.ofNullable(field.getValue()).orElse(""));
    }
    return new ReceivedRequest(
        request.getMethod(),
        Optional.ofNullable(request.getHttpURI().getPath()).orElse("/"),
        Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
        headers,
        body);
  }
}
