package io.facelibrary.recognition;

import io.facelibrary.ImageFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds the EXIF data in an image: a TIFF structure in a separate segment or chunk. */
final class ExifBlock {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int APP1 = 0xFFE1;
  private static final int SCAN = 0xFFDA;
  private static final int PNG_HEADER = 8;
  private static final int RIFF_HEADER = 12;

  private ExifBlock() {}

  static Optional<ByteBuffer> find(ImageFormat format, byte[] content) {
    return switch (format) {
      case JPEG -> inJpeg(content);
      case PNG -> inChunks(content, PNG_HEADER, ByteOrder.BIG_ENDIAN);
      case WEBP -> inChunks(content, RIFF_HEADER, ByteOrder.LITTLE_ENDIAN);
      case BMP, GIF -> Optional.empty();
    };
  }

  private static Optional<ByteBuffer> inJpeg(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int at = 2;
    while (at + 4 <= content.length) {
      int marker = bytes.getShort(at) & 0xFFFF;
      int length = bytes.getShort(at + 2) & 0xFFFF;
      if (marker < 0xFF00 || marker == SCAN) {
        return Optional.empty();
      }
      if (marker == 0xFFFF) {
        at++; // padding before a marker
        continue;
      }
      if (marker == APP1 && startsWith(content, at + 4, EXIF)) {
        return slice(content, at + 4 + EXIF.length, length - 2 - EXIF.length);
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  /**
   * PNG: length, name, content, checksum. RIFF: name, length, content, padded to an even length.
   */
  private static Optional<ByteBuffer> inChunks(byte[] content, int first, ByteOrder order) {
    boolean png = order == ByteOrder.BIG_ENDIAN;
    byte[] name = (png ? "eXIf" : "EXIF").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.wrap(content).order(order);
    long at = first;
    while (at + 8 <= content.length) {
      int chunk = (int) at;
      long length = bytes.getInt(png ? chunk : chunk + 4) & 0xFFFFFFFFL;
      if (startsWith(content, png ? chunk + 4 : chunk, name)) {
        int skipped = startsWith(content, chunk + 8, EXIF) ? EXIF.length : 0;
        return slice(content, chunk + 8 + skipped, length - skipped);
      }
      at += 8 + (png ? length + 4 : length + (length & 1));
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] content, int at, byte[] expected) {
    return at + expected.length <= content.length
        && Arrays.equals(content, at, at + expected.length, expected, 0, expected.length);
  }

  private static Optional<ByteBuffer> slice(byte[] content, int at, long length) {
    int end = (int) Math.min(content.length, at + Math.max(0, length));
    return at > end
        ? Optional.empty()
        : Optional.of(ByteBuffer.wrap(content, at, end - at).slice());
  }
}
