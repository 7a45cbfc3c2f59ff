package io.facelibrary.recognition;

import io.facelibrary.FaceImage;
import io.facelibrary.ImageFormat;
import io.facelibrary.InvalidRequestException;

/**
 * Limits of the images that are decoded. All limits are checked before the pixels are decoded.
 *
 * <p>Decoding allocates at most {@value #BYTES_PER_PIXEL} bytes for each pixel of the image and 4
 * MiB for tables and buffers, garbage included. For a WebP, it is at most {@value
 * #WEBP_BYTES_PER_PIXEL} bytes for each pixel of the limit and 4 MiB. A WebP that would need more,
 * such as a long and narrow one near the limit, is rejected. Copies of the file come in addition.
 *
 * @param bytes the maximum size of the file, 1 to {@link FaceImage#MAX_BYTES}
 * @param pixels the maximum of width times height, 1 to 250,000,000. Lower limits apply to GIF
 *     ({@value #GIF_PIXELS}) and WebP ({@value #WEBP_PIXELS}).
 * @param side the maximum of width and of height, 1 to 30,000
 */
public record ImageLimits(int bytes, int pixels, int side) {
  /** The maximum number of pixels of a GIF. */
  public static final int GIF_PIXELS = 4_194_304;

  /** The maximum number of pixels of a WebP, whose decoder takes the most memory. */
  public static final int WEBP_PIXELS = 10_000_000;

  /** The maximum that decoding allocates for each pixel, in bytes. */
  public static final int BYTES_PER_PIXEL = 40;

  /** The maximum that decoding a WebP allocates for each pixel of the limit, in bytes. */
  public static final int WEBP_BYTES_PER_PIXEL = 200;

  private static final int TABLE_BYTES = 4 << 20;

  /** 20 MiB, 40 million pixels, sides of 30,000 pixels. */
  public static final ImageLimits DEFAULT = new ImageLimits(20 << 20, 40_000_000, 30_000);

  /**
   * Checks the limits.
   *
   * @throws InvalidRequestException if a limit is out of its range
   */
  public ImageLimits {
    within(bytes, "bytes", FaceImage.MAX_BYTES);
    within(pixels, "pixels", 250_000_000);
    within(side, "side", 30_000);
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

  private static void within(int value, String field, int max) {
    if (value < 1 || value > max) {
      throw InvalidRequestException.of(field, "must be from 1 to " + max);
    }
  }
}
