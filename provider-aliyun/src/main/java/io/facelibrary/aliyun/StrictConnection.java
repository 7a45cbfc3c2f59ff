package io.facelibrary.aliyun;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.DefaultHttpResponseFactory;
import org.apache.http.impl.conn.DefaultManagedHttpClientConnection;
import org.apache.http.impl.entity.StrictContentLengthStrategy;
import org.apache.http.impl.io.DefaultHttpResponseParser;
import org.apache.http.io.HttpMessageParserFactory;
import org.apache.http.message.BasicLineParser;

/**
 * A connection that believes no answer that was cut, and none without end. Unlike those of the
 * client's own factory it logs nothing: their headers hold credentials.
 */
final class StrictConnection extends DefaultManagedHttpClientConnection {
  private static final int BUFFER = 8 << 10;
  private static final MessageConstraints HEADERS =
      MessageConstraints.custom().setMaxHeaderCount(1000).build();
  private static final HttpMessageParserFactory<HttpResponse> PARSERS =
      (buffer, constraints) ->
          new DefaultHttpResponseParser(
              new StrictLineBuffer(buffer),
              BasicLineParser.INSTANCE,
              DefaultHttpResponseFactory.INSTANCE,
              constraints);

  // The check takes a millisecond, which a call that follows at once is spared.
  private static final long CHECK_AFTER_IDLE_NANOS = 1_000_000;

  private volatile long lastUsed = System.nanoTime();

  StrictConnection() {
    super(
        "aliyun",
        BUFFER,
        BUFFER,
        null,
        null,
        HEADERS,
        StrictContentLengthStrategy.INSTANCE,
        null,
        null,
        PARSERS);
  }

  @Override
  public HttpResponse receiveResponseHeader() throws HttpException, IOException {
    HttpResponse response = super.receiveResponseHeader();
    lastUsed = System.nanoTime();
    return response;
  }

  /** Tells whether the connection was closed, or holds what nobody asked for. */
  @Override
  public boolean isStale() {
    if (!isOpen()) {
      return true;
    }
    if (System.nanoTime() - lastUsed < CHECK_AFTER_IDLE_NANOS) {
      return false;
    }
    try {
      // Returns for the end of the stream as well as for the rest of an answer that was too long,
      // which the next call would take for its own.
      awaitInput(1);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
