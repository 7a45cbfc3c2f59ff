package io.facelibrary.aliyun;

import java.io.IOException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.impl.conn.DefaultHttpResponseParserFactory;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads heads of answers, and takes none that is cut. The client's own parser takes the end of the
 * connection for the end of the head: a cut answer would be a whole one without a body, or, cut
 * within a line, no HTTP at all.
 */
final class WholeHeads extends DefaultHttpResponseParserFactory {
  static final WholeHeads INSTANCE = new WholeHeads();

  private WholeHeads() {}

  @Override
  public HttpMessageParser<HttpResponse> create(
      SessionInputBuffer buffer, MessageConstraints constraints) {
    Lines lines = new Lines(buffer);
    return new DefaultHttpResponseParser(lines, constraints) {
      @Override
      public HttpResponse parse() throws IOException, HttpException {
        lines.begun = false;
        return super.parse();
      }
    };
  }

  /** Hands on lines, and fails where they end before their time. */
  private static final class Lines implements SessionInputBuffer {
    private final SessionInputBuffer buffer;
    private boolean begun;

    private Lines(SessionInputBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public int readLine(CharArrayBuffer line) throws IOException {
      int read = buffer.readLine(line);
      // That nothing came at all, the parser says itself.
      if (read < 0 && begun) {
        throw new ConnectionClosedException("the connection ended within the head of the answer");
      }
      begun = true;
      return read;
    }

    @Override
    public @Nullable String readLine() throws IOException {
      CharArrayBuffer line = new CharArrayBuffer(64);
      return readLine(line) < 0 ? null : line.toString();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return buffer.read(into, offset, length);
    }

    @Override
    public int read(byte[] into) throws IOException {
      return buffer.read(into);
    }

    @Override
    public int read() throws IOException {
      return buffer.read();
    }

    @Override
    @Deprecated
    public boolean isDataAvailable(int millis) throws IOException {
      return buffer.isDataAvailable(millis);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
      return buffer.getMetrics();
    }
  }
}
