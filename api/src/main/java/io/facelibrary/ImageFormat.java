package io.facelibrary;

import java.util.Optional;

/** The picture formats that face libraries take, told apart by their first bytes. */
public enum ImageFormat {
  /** Portable Network Graphics. */
  PNG("image/png"),
  /** JPEG, in any of its wrappings (JFIF, Exif). */
  JPEG("image/jpeg"),
  /** Windows bitmap. */
  BMP("image/bmp"),
  /** Graphics Interchange Format, 87a and 89a. */
  GIF("image/gif"),
  /** WebP. */
  WEBP("image/webp");

  private final String mediaType;

  ImageFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Returns the media type, such as {@code image/png}. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Tells the format of a picture from its first bytes; a name or media type is never asked.
   *
   * @param content the picture or its beginning; 18 bytes are enough
   * @return empty if it is none of these formats
   */
  public static Optional<ImageFormat> of(byte[] content) {
    ImageBytes bytes = new ImageBytes(Checks.present(content, "content"));
    if (bytes.startWith(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Optional.of(PNG);
    }
    if (bytes.startWith(0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (bytes.startWith(0, 'G', 'I', 'F', '8', '7', 'a')
        || bytes.startWith(0, 'G', 'I', 'F', '8', '9', 'a')) {
      return Optional.of(GIF);
    }
    if (bytes.startWith(0, 'R', 'I', 'F', 'F') && bytes.startWith(8, 'W', 'E', 'B', 'P')) {
      return Optional.of(WEBP);
    }
    return isBitmap(bytes) ? Optional.of(BMP) : Optional.empty();
  }

  /** Two letters would take any text that begins with them; the size of the header says more. */
  private static boolean isBitmap(ImageBytes bytes) {
    if (!bytes.startWith(0, 'B', 'M') || !bytes.has(0, 18)) {
      return false;
    }
    return switch ((int) bytes.littleEndian(14, 4)) {
      case 12, 16, 40, 52, 56, 64, 108, 124 -> true;
      default -> false;
    };
  }
}
