package io.facelibrary.recognition;

import io.facelibrary.ImageFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The rotation and reflection that bring an image upright, from its EXIF data.
 *
 * <p>Sources: Exif 2.32 (CIPA DC-008), tag 0x0112; its location in JPEG (segment APP1), PNG (chunk
 * eXIf, PNG third edition) and WebP (chunk EXIF). Damaged EXIF data are ignored.
 */
enum ExifOrientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_LEFT(true, false, true),
  TRANSVERSED(true, true, true),
  TURNED_RIGHT(true, true, false);

  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final int TYPE_SHORT = 3;

  private final boolean swapped;
  private final boolean fromRight;
  private final boolean fromBottom;

  /**
   * Maps pixels of the upright image to pixels of the stored image.
   *
   * @param swapped whether the rows of one are the columns of the other
   * @param fromRight whether stored columns are counted from the right
   * @param fromBottom whether stored rows are counted from the bottom
   */
  ExifOrientation(boolean swapped, boolean fromRight, boolean fromBottom) {
    this.swapped = swapped;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  DecodedImage rotate(DecodedImage image) {
    if (this == UPRIGHT) {
      return image;
    }
    int storedWidth = image.width();
    int storedHeight = image.height();
    int width = swapped ? storedHeight : storedWidth;
    int height = swapped ? storedWidth : storedHeight;
    int[] from = image.rgb();
    int[] to = new int[from.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = swapped ? y : x;
        int row = swapped ? x : y;
        column = fromRight ? storedWidth - 1 - column : column;
        row = fromBottom ? storedHeight - 1 - row : row;
        to[y * width + x] = from[row * storedWidth + column];
      }
    }
    return new DecodedImage(width, height, to);
  }

  static ExifOrientation of(ImageFormat format, byte[] content) {
    return ExifBlock.find(format, content).flatMap(ExifOrientation::read).orElse(UPRIGHT);
  }

  private static Optional<ExifOrientation> read(ByteBuffer exif) {
    if (exif.remaining() < 8) {
      return Optional.empty();
    }
    exif.order(exif.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int directory = exif.getInt(4);
    if (exif.getShort(2) != 42 || directory < 8 || directory > exif.remaining() - 2) {
      return Optional.empty();
    }
    int entries = exif.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if (entry > exif.remaining() - ENTRY) {
        return Optional.empty();
      }
      if (exif.getShort(entry) == TAG && exif.getShort(entry + 2) == TYPE_SHORT) {
        int value = exif.getShort(entry + 8);
        boolean known = value >= 1 && value <= values().length;
        return known ? Optional.of(values()[value - 1]) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
