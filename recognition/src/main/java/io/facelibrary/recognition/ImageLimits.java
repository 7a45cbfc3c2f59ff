package io.facelibrary.recognition;

import io.facelibrary.FaceImage;
import io.facelibrary.ImageFormat;
import io.facelibrary.InvalidRequestException;

/**
 * Limits of the images that are decoded. All limits are checked before the pixels are decoded.
 * Beyond them, a GIF may have 4,194,304 pixels and a WebP 10,000,000.
 *
 * <p>Decoding allocates at most 40 bytes for each pixel of the image and 4 MiB for tables and
 * buffers, garbage included. For a WebP, it is at most 200 bytes for each pixel of the limit and 4
 * MiB. A WebP that would need more, such as a long and narrow one near the limit, is rejected.
 * Copies of the file come in addition.
 */
public final class ImageLimits {
  /** The maximum number of pixels of a GIF. */
  static final int GIF_PIXELS = 4_194_304;

  /** The maximum number of pixels of a WebP, whose decoder takes the most memory. */
  static final int WEBP_PIXELS = 10_000_000;

  /** The maximum that decoding a WebP allocates for each pixel of the limit, in bytes. */
  static final int WEBP_BYTES_PER_PIXEL = 200;

  private static final int TABLE_BYTES = 4 << 20;
  private static final ImageLimits DEFAULTS = new ImageLimits(20 << 20, 40_000_000, 30_000);

  private final int bytes;
  private final int pixels;
  private final int side;

  private ImageLimits(int bytes, int pixels, int side) {
    this.bytes = bytes;
    this.pixels = pixels;
    this.side = side;
  }

  /** Returns the default limits: 20 MiB, 40 million pixels, sides of 30,000 pixels. */
  public static ImageLimits defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these limits with another size of the file.
   *
   * @param bytes the maximum, 1 to {@link FaceImage#MAX_BYTES}
   * @throws InvalidRequestException if the number is out of its range
   */
  public ImageLimits withBytes(int bytes) {
    return new ImageLimits(within(bytes, "bytes", FaceImage.MAX_BYTES), pixels, side);
  }

  /**
   * Returns these limits with another number of pixels.
   *
   * @param pixels the maximum of width times height, 1 to 250,000,000. The lower limits of GIF and
   *     WebP stay.
   * @throws InvalidRequestException if the number is out of its range
   */
  public ImageLimits withPixels(int pixels) {
    return new ImageLimits(bytes, within(pixels, "pixels", 250_000_000), side);
  }

  /**
   * Returns these limits with another length of the sides.
   *
   * @param side the maximum of width and of height, 1 to 30,000
   * @throws InvalidRequestException if the number is out of its range
   */
  public ImageLimits withSide(int side) {
    return new ImageLimits(bytes, pixels, within(side, "side", 30_000));
  }

  int bytes() {
    return bytes;
  }

  int pixels() {
    return pixels;
  }

  int side() {
    return side;
  }

  /** The maximum number of pixels of an image of this format. */
  int pixelsOf(ImageFormat format) {
    return switch (format) {
      case GIF -> Math.min(pixels, GIF_PIXELS);
      case WEBP -> Math.min(pixels, WEBP_PIXELS);
      case PNG, JPEG, BMP -> pixels;
    };
  }

  /** The maximum memory for decoding a WebP. */
  long webpBytes() {
    return (long) WEBP_BYTES_PER_PIXEL * pixelsOf(ImageFormat.WEBP) + TABLE_BYTES;
  }

  private static int within(int value, String field, int max) {
    if (value < 1 || value > max) {
      throw InvalidRequestException.of(field, "must be from 1 to " + max);
    }
    return value;
  }

  /** Returns the limits. */
  @Override
  public String toString() {
    return "ImageLimits[" + bytes + " bytes, " + pixels + " pixels, sides of " + side + "]";
  }
}
