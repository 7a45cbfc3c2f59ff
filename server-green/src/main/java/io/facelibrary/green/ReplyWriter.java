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

/** Sends replies as they are to be delivered, and tells those who watch. */
final class ReplyWriter {
  private final List<Consumer<RequestEvent>> watchers;

  ReplyWriter(List<Consumer<RequestEvent>> watchers) {
    this.watchers = List.copyOf(watchers);
  }

  /**
   * Sends a reply.
   *
   * @param received how many bytes the body of the request had
   */
  void send(HttpReply reply, int received, Request request, Response response, Callback callback) {
    Runnable sending = () -> sendNow(reply, received, request, response, callback);
    Duration delay = reply.delivery().delay();
    if (delay.isZero()) {
      sending.run();
    } else {
      // The scheduler's one thread only wakes another.
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
    RequestEvent served =
        new RequestEvent(
            reply.operation(), reply.status(), reply.code(), time, received, reply.body().length);
    watchers.forEach(watcher -> watcher.accept(served));
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    switch (reply.delivery().part()) {
      case WHOLE -> write(reply, response, callback);
      case HALF -> {
        ByteBuffer half = ByteBuffer.wrap(reply.body(), 0, reply.body().length / 2);
        head(reply, response);
        response.write(false, half, Callback.from(() -> drop(connection, callback)));
      }
      case NONE -> drop(connection, callback);
    }
  }

  private static void drop(EndPoint connection, Callback callback) {
    connection.close();
    callback.failed(new EofException("the connection is dropped on purpose"));
  }

  static void write(HttpReply reply, Response response, Callback callback) {
    head(reply, response);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }

  private static void head(HttpReply reply, Response response) {
    response.setStatus(reply.status());
    if (!reply.type().isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    }
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
  }
}
