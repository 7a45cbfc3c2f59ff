package io.facelibrary.green;

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

/** Takes requests from Jetty, waits for their bodies without a thread, and hands replies back. */
final class JettyRequestHandler extends Handler.Abstract {
  private static final Logger LOG = System.getLogger(JettyRequestHandler.class.getName());

  private final RequestRouter desk;
  private final ObjectUploads uploads;
  private final HttpLimits limits;
  private final int objectBytes;
  private final ReplyWriter exit;

  JettyRequestHandler(
      RequestRouter desk,
      ObjectUploads uploads,
      HttpLimits limits,
      int objectBytes,
      ReplyWriter exit) {
    this.desk = desk;
    this.uploads = uploads;
    this.limits = limits;
    this.objectBytes = objectBytes;
    this.exit = exit;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HeaderTimeoutEndPoint.headHasCome(request);
    boolean upload = RequestRouter.isUpload(request.getMethod());
    int most = upload ? objectBytes : limits.bodyBytes();
    if (request.getLength() > most) {
      exit.send(tooLarge(request, upload), 0, request, response, callback);
      return true;
    }
    Body body =
        new Body(
            request,
            content ->
                exit.send(
                    reply(received(request, content)), content.length, request, response, callback),
            failure -> refuse(failure, request, response, callback));
    Content.Source.asByteArrayAsync(request, most, body);
    body.expectWithin(limits.body());
    return true;
  }

  private void refuse(Throwable failure, Request request, Response response, Callback callback) {
    if (failure instanceof IllegalStateException) {
      boolean upload = RequestRouter.isUpload(request.getMethod());
      exit.send(tooLarge(request, upload), 0, request, response, callback);
    } else if (failure instanceof TimeoutException) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      HttpReply reply = HttpErrors.reply(HttpStatus.REQUEST_TIMEOUT_408);
      exit.send(reply, 0, request, response, callback);
    } else {
      callback.failed(failure);
    }
  }

  private HttpReply reply(ReceivedRequest request) {
    try {
      return desk.reply(request);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request could not be answered", e);
      return RequestRouter.refused(GatewayErrors.INTERNAL, RequestIds.next(), "");
    }
  }

  private HttpReply tooLarge(Request request, boolean upload) {
    return upload
        ? uploads.tooLarge()
        : RequestRouter.refused(
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
