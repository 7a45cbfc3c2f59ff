package io.facelibrary;

/**
 * Checks whether an image is complete by walking the structure of its format, without decoding it.
 * The most common damage is a truncated upload, which is detected here before a call is made.
 *
 * <p>Sources: PNG (W3C), JPEG (ITU-T T.81 annex B), GIF89a (CompuServe), WebP container (Google),
 * BMP (BITMAPFILEHEADER).
 */
final class ImageStructure {
  private static final int JPEG_END = 0xD9;
  private static final int JPEG_SCAN = 0xDA;

  private ImageStructure() {}

  static boolean isWhole(ImageFormat format, byte[] content) {
    ImageBytes bytes = new ImageBytes(content);
    return switch (format) {
      case PNG -> isWholePng(bytes);
      case JPEG -> isWholeJpeg(bytes);
      case BMP -> isWholeBmp(bytes);
      case GIF -> isWholeGif(bytes);
      case WEBP -> isWholeWebp(bytes);
    };
  }

  /** Walks the chunks, each with its length, up to the end chunk. */
  private static boolean isWholePng(ImageBytes bytes) {
    long chunk = 8;
    while (bytes.has(chunk, 12)) {
      long next = chunk + 12 + bytes.bigEndian(chunk, 4);
      if (!bytes.has(chunk, next - chunk)) {
        return false;
      }
      if (bytes.startWith((int) chunk + 4, 'I', 'E', 'N', 'D')) {
        return true;
      }
      chunk = next;
    }
    return false;
  }

  /**
   * Walks the segments up to the first scan, then looks for the end marker. The end marker of a
   * thumbnail lies within a segment.
   */
  private static boolean isWholeJpeg(ImageBytes bytes) {
    long offset = 2;
    while (bytes.has(offset, 4) && bytes.at(offset) == 0xFF) {
      int marker = bytes.at(offset + 1);
      if (marker == 0xFF) {
        offset++; // padding before a marker
        continue;
      }
      if (marker == JPEG_END) {
        return false;
      }
      offset += 2 + bytes.bigEndian(offset + 2, 2);
      if (marker == JPEG_SCAN) {
        return endsAfter(bytes, offset);
      }
    }
    return false;
  }

  private static boolean endsAfter(ImageBytes bytes, long offset) {
    // Backwards: most files end with the marker, and some have further data after it.
    for (long i = bytes.length() - 2L; i >= offset; i--) {
      if (bytes.at(i) == 0xFF && bytes.at(i + 1) == JPEG_END) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWholeBmp(ImageBytes bytes) {
    // Some programs write a file size of zero. The offset of the pixels is checked in any case.
    return bytes.littleEndian(2, 4) <= bytes.length() && bytes.littleEndian(10, 4) < bytes.length();
  }

  /**
   * Walks the blocks up to the trailer. The sub-blocks of an image or extension end with a zero.
   */
  private static boolean isWholeGif(ImageBytes bytes) {
    if (!bytes.has(0, 13)) {
      return false;
    }
    long offset = 13L + colorTable(bytes.at(10));
    while (bytes.has(offset, 1)) {
      switch (bytes.at(offset)) {
        case 0x3B -> {
          return true;
        }
        case 0x21 -> offset = afterSubBlocks(bytes, offset + 2);
        case 0x2C -> {
          if (!bytes.has(offset, 11)) {
            return false;
          }
          offset = afterSubBlocks(bytes, offset + 11 + colorTable(bytes.at(offset + 9)));
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static long colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 0x07) + 1);
  }

  private static long afterSubBlocks(ImageBytes bytes, long offset) {
    long next = offset;
    while (bytes.has(next, 1) && bytes.at(next) != 0) {
      next += 1 + bytes.at(next);
    }
    return next + 1;
  }

  private static boolean isWholeWebp(ImageBytes bytes) {
    // The size counts the four bytes WEBP and at least one chunk header.
    long size = bytes.littleEndian(4, 4);
    return size >= 12 && size + 8 <= bytes.length();
  }
}
