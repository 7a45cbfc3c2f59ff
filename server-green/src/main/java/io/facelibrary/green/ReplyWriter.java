package io.facelibrary.green;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/** Sends replies according to their delivery plan, and notifies the listeners. */
final class ReplyWriter {
  private final List<Consumer<RequestEvent>> listeners;

  ReplyWriter(List<Consumer<RequestEvent>> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Sends a reply.
   *
   * @param received the size of the request body in bytes
   */
  void send(HttpReply reply, int received, Request request, Response response, Callback callback) {
    Runnable sending = () -> sendNow(reply, received, request, response, callback);
    Duration delay = reply.delivery().delay();
    if (delay.isZero()) {
      sending.run();
    } else {
      // The scheduler has one thread, so it must not send the reply itself.
      var unused =
          request
              .getComponents()
              .getScheduler()
              .schedule(
                  () -> request.getComponents().getExecutor().execute(sending),
                  delay.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  private void sendNow(
      HttpReply reply, int received, Request request, Response response, Callback callback) {
    Duration time = Duration.ofNanos(NanoTime.since(request.getBeginNanoTime()));
    RequestEvent event =
        RequestEvent.of(reply.operation(), reply.status(), reply.code())
            .withTime(time)
            .withBytes(received, reply.body().length);
    listeners.forEach(listener -> listener.accept(event));
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    switch (reply.delivery().part()) {
      case WHOLE -> write(reply, response, callback);
      case HALF -> {
        ByteBuffer half = ByteBuffer.wrap(reply.body(), 0, reply.body().length / 2);
        writeHead(reply, response);
        response.write(false, half, Callback.from(() -> drop(connection, callback)));
      }
      case NONE -> drop(connection, callback);
    }
  }

  private static void drop(EndPoint connection, Callback callback) {
    connection.close();
    callback.failed(new EofException("the connection is closed by fault injection"));
  }

  static void write(HttpReply reply, Response response, Callback callback) {
    writeHead(reply, response);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }

  private static void writeHead(HttpReply reply, Response response) {
    response.setStatus(reply.status());
    if (!reply.type().isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    }
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
  }
}
