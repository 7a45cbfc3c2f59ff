package io.facelibrary.aliyun.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads complete HTTP messages as bytes. It reads only the forms that our programs write. */
final class HttpMessages {
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private HttpMessages() {}

  /** Returns the next message, or empty if the stream ended before it began. */
  static Optional<byte[]> read(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int last = 0;
    while (last != 0x0d0a0d0a) {
      int next = in.read();
      if (next < 0) {
        if (message.size() == 0) {
          return Optional.empty();
        }
        throw new EOFException("a message ended within its head");
      }
      message.write(next);
      last = (last << 8) | next;
    }
    String head = message.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (head.contains(CHUNKED)) {
      throw new IOException("chunked messages are not supported here");
    }
    message.write(in.readNBytes(contentLength(head)));
    return Optional.of(message.toByteArray());
  }

  private static int contentLength(String head) {
    return head.lines()
        .filter(line -> line.startsWith(LENGTH))
        .map(line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
        .findFirst()
        .orElse(0);
  }
}
