package io.facelibrary.recognition;

import io.facelibrary.FaceImage;
import io.facelibrary.ImageFormat;
import io.facelibrary.InvalidRequestException;

/**
 * What is read at most. All limits are checked before the pixels are decoded. Decoding allocates at
 * most {@value #BYTES_PER_PIXEL} bytes a pixel, {@value #WEBP_BYTES_PER_PIXEL} of a WebP, what is
 * garbage at once included.
 *
 * @param bytes of the file, 1 to {@link FaceImage#MAX_BYTES}
 * @param pixels width times height, 1 to 250,000,000; never more than {@value #GIF_PIXELS} of a GIF
 *     and {@value #WEBP_PIXELS} of a WebP
 * @param side the longer of width and height, 1 to 30,000
 */
public record ImageLimits(int bytes, int pixels, int side) {
  /** The most pixels of a GIF. */
  public static final int GIF_PIXELS = 4_194_304;

  /** The most pixels of a WebP, whose decoder takes the most memory. */
  public static final int WEBP_PIXELS = 10_000_000;

  /** How much decoding allocates for each pixel at most, in bytes. */
  public static final int BYTES_PER_PIXEL = 40;

  /** How much decoding allocates for each pixel of a WebP at most, in bytes. */
  public static final int WEBP_BYTES_PER_PIXEL = 100;

  /** 20 MiB, 40 million pixels, sides of 30,000. */
  public static final ImageLimits DEFAULT = new ImageLimits(20 << 20, 40_000_000, 30_000);

  /**
   * Checks the limits.
   *
   * @throws InvalidRequestException if one is out of its range
   */
  public ImageLimits {
    within(bytes, "bytes", FaceImage.MAX_BYTES);
    within(pixels, "pixels", 250_000_000);
    within(side, "side", 30_000);
  }

  /** The most pixels of a picture of this format. */
  int pixelsOf(ImageFormat format) {
    return switch (format) {
      case GIF -> Math.min(pixels, GIF_PIXELS);
      case WEBP -> Math.min(pixels, WEBP_PIXELS);
      case PNG, JPEG, BMP -> pixels;
    };
  }

  private static void within(int value, String field, int max) {
    if (value < 1 || value > max) {
      throw InvalidRequestException.of(field, "must be from 1 to " + max);
    }
  }
}
