package io.facelibrary.aliyun;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads whole HTTP messages off a stream, byte for byte, as far as our programs write them. */
final class HttpMessageBytes {
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private HttpMessageBytes() {}

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
      throw new IOException("chunked messages are not read here");
    }
    message.write(in.readNBytes(length(head)));
    return Optional.of(message.toByteArray());
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.startsWith(LENGTH))
        .map(line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
        .findFirst()
        .orElse(0);
  }
}
