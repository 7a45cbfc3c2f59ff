package io.facelibrary.aliyun;

import java.io.IOException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MessageConstraintException;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that are whole. The client's own buffer takes the end of the connection for the end
 * of a line, and the end of the lines for the end of the headers: an answer that was cut there
 * would be one without a body.
 */
final class StrictLineBuffer implements SessionInputBuffer {
  private static final int LONGEST = 64 << 10;

  private final SessionInputBuffer buffer;
  private boolean begun;

  StrictLineBuffer(SessionInputBuffer buffer) {
    this.buffer = buffer;
  }

  /** Reads a line into {@code line}; answers -1 only where the first one would begin. */
  @Override
  public int readLine(CharArrayBuffer line) throws IOException {
    int start = line.length();
    int c = buffer.read();
    if (c < 0 && !begun) {
      return -1;
    }
    begun = true;
    for (; c != '\n'; c = buffer.read()) {
      if (c < 0) {
        throw new ConnectionClosedException("the answer was cut in its headers");
      }
      if (line.length() - start >= LONGEST) {
        throw new MessageConstraintException("a line of the headers is too long");
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
