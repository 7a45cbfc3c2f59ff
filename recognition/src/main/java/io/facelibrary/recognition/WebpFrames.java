package io.facelibrary.recognition;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The sizes that the frames of a WebP picture claim, each by its own header: the canvas around them
 * may claim less, and it is the frame that is decoded.
 *
 * <p>Source: RFC 9649, WebP Image Format.
 */
final class WebpFrames {
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int ANIMATION_FRAME = 16;
  private static final int VP8 = name("VP8 ");
  private static final int VP8L = name("VP8L");
  private static final int ANMF = name("ANMF");

  private final ByteBuffer bytes;
  private long pixels;

  private WebpFrames(byte[] content) {
    bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The pixels of the largest frame; {@link Long#MAX_VALUE} if the chunks do not fit together. */
  static long mostPixels(byte[] content) {
    WebpFrames frames = new WebpFrames(content);
    return frames.walk(HEADER, content.length) ? frames.pixels : Long.MAX_VALUE;
  }

  private boolean walk(int first, int end) {
    long at = first;
    while (at + CHUNK <= end) {
      int chunk = (int) at;
      long length = bytes.getInt(chunk + 4) & 0xFFFFFFFFL;
      int body = chunk + CHUNK;
      if (body + length > end) {
        return false;
      }
      int name = bytes.getInt(chunk);
      if (name == VP8 && length >= 10) {
        look(bytes.getShort(body + 6) & 0x3FFF, bytes.getShort(body + 8) & 0x3FFF);
      } else if (name == VP8L && length >= 5) {
        int sizes = bytes.getInt(body + 1);
        look((sizes & 0x3FFF) + 1, ((sizes >> 14) & 0x3FFF) + 1);
      } else if (name == ANMF
          && length >= ANIMATION_FRAME
          && !walk(body + ANIMATION_FRAME, (int) (body + length))) {
        return false;
      }
      at = body + length + (length & 1);
    }
    return true;
  }

  private void look(int width, int height) {
    pixels = Math.max(pixels, (long) width * height);
  }

  private static int name(String text) {
    return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
  }
}
