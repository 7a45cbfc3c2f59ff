package io.facelibrary.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/** An HTTP response, parsed with little work, because the load shares the machine. */
final class Response {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] END_OF_CHUNKS = "\r\n0\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] GOOD = "\"code\":200".getBytes(ISO_8859_1);
  private static final String LENGTH = "\r\ncontent-length:";

  private final byte[] bytes;
  private final int body;
  private final int end;

  private Response(byte[] bytes, int body, int end) {
    this.bytes = bytes;
    this.body = body;
    this.end = end;
  }

  /**
   * Parses a response if it is complete. Nothing follows it, because there is one request at a
   * time.
   *
   * @param bytes the received bytes. The response uses them, so they must not change before it is
   *     processed.
   */
  static Optional<Response> read(byte[] bytes, int count) {
    int head = indexOf(bytes, 0, count, END_OF_HEAD);
    if (head < 0) {
      return Optional.empty();
    }
    int body = head + END_OF_HEAD.length;
    String headers = new String(bytes, 0, head + 2, ISO_8859_1).toLowerCase(Locale.ROOT);
    int length = headers.indexOf(LENGTH);
    boolean complete =
        length >= 0
            ? count - body >= number(headers, length + LENGTH.length())
            : indexOf(bytes, count - END_OF_CHUNKS.length, count, END_OF_CHUNKS) >= 0;
    return complete ? Optional.of(new Response(bytes, body, count)) : Optional.empty();
  }

  private static int number(String headers, int from) {
    return Integer.parseInt(headers.substring(from, headers.indexOf("\r\n", from)).strip());
  }

  private static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
    for (int i = Math.max(0, from); i <= to - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && bytes[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  /** Reports whether the HTTP status and the code in the body are 200. */
  boolean isGood() {
    return status() == 200 && indexOf(bytes, body, end, GOOD) >= 0;
  }

  int status() {
    return Integer.parseInt(new String(bytes, 9, 3, ISO_8859_1));
  }

  /** Returns the body as received, including the sizes of chunks. */
  String body() {
    return new String(bytes, body, end - body, ISO_8859_1);
  }

  @Override
  public String toString() {
    return status() + " " + body();
  }
}
