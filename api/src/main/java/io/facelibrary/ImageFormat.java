package io.facelibrary;

import java.util.Optional;

/** The image formats that face libraries accept, recognized by their first bytes. */
public enum ImageFormat {
  /** Portable Network Graphics. */
  PNG("image/png"),
  /** JPEG, including JFIF and Exif files. */
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
   * Returns the format of an image, determined by its first bytes only.
   *
   * @param content the image or its beginning; 18 bytes are enough
   * @return the format; empty if it is none of these
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

  /** Checks the size of the header too, because any text may begin with the two letters BM. */
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
