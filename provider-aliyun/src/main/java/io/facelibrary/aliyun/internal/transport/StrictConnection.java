package io.facelibrary.aliyun.internal.transport;

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
 * A connection that accepts neither a truncated response nor an endless one. The connections of the
 * client's own factory log headers, which hold credentials; this one logs nothing.
 */
final class StrictConnection extends DefaultManagedHttpClientConnection {
  private static final int BUFFER = 8 << 10;
  private static final MessageConstraints HEADER_LIMITS =
      MessageConstraints.custom().setMaxHeaderCount(1000).build();
  private static final HttpMessageParserFactory<HttpResponse> PARSERS =
      (buffer, constraints) ->
          new DefaultHttpResponseParser(
              new StrictLineBuffer(buffer),
              BasicLineParser.INSTANCE,
              DefaultHttpResponseFactory.INSTANCE,
              constraints);

  // The check takes a millisecond. A connection that was used just now is not checked.
  private static final long CHECK_AFTER_IDLE_NANOS = 1_000_000;

  private volatile long lastUsed = System.nanoTime();

  StrictConnection() {
    super(
        "aliyun",
        BUFFER,
        BUFFER,
        null,
        null,
        HEADER_LIMITS,
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

  /** Returns whether the connection was closed, or holds bytes that no request asked for. */
  @Override
  public boolean isStale() {
    if (!isOpen()) {
      return true;
    }
    if (System.nanoTime() - lastUsed < CHECK_AFTER_IDLE_NANOS) {
      return false;
    }
    try {
      // Returns at the end of the stream, and also if a response was longer than it declared. The
      // next call would read that rest as its own response.
      awaitInput(1);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
