package io.facelibrary.aliyun.internal.transport;

import java.io.IOException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MessageConstraintException;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads complete lines only. The client's own buffer treats the end of the connection as the end of
 * a line and of the headers. So a response truncated there would look complete, without a body.
 */
final class StrictLineBuffer implements SessionInputBuffer {
  private static final int MAX_LINE_BYTES = 64 << 10;

  private final SessionInputBuffer buffer;
  private boolean hasBegun;

  StrictLineBuffer(SessionInputBuffer buffer) {
    this.buffer = buffer;
  }

  /** Reads a line into {@code line}; returns -1 only if the stream ends before the first line. */
  @Override
  public int readLine(CharArrayBuffer line) throws IOException {
    int start = line.length();
    int c = buffer.read();
    if (c < 0 && !hasBegun) {
      return -1;
    }
    hasBegun = true;
    for (; c != '\n'; c = buffer.read()) {
      if (c < 0) {
        throw new ConnectionClosedException("the response was truncated in its headers");
      }
      if (line.length() - start >= MAX_LINE_BYTES) {
        throw new MessageConstraintException("a header line is too long");
      }
      line.append((char) c);
    }
    if (line.length() > start && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.length() - start;
  }

  @Override
  public @Nullable String readLine() throws IOException {
    CharArrayBuffer line = new CharArrayBuffer(128);
    return readLine(line) < 0 ? null : line.toString();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return buffer.read(bytes, offset, length);
  }

  @Override
  public int read(byte[] bytes) throws IOException {
    return buffer.read(bytes);
  }

  @Override
  public int read() throws IOException {
    return buffer.read();
  }

  @Override
  @Deprecated
  public boolean isDataAvailable(int timeout) throws IOException {
    return buffer.isDataAvailable(timeout);
  }

  @Override
  public HttpTransportMetrics getMetrics() {
    return buffer.getMetrics();
  }
}
