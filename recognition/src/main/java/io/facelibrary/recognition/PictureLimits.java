package io.facelibrary.recognition;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;

/**
 * What is read at most. All limits are checked before the pixels are decoded, and decoding takes at
 * most {@value #BYTES_PER_PIXEL} bytes of memory a pixel.
 *
 * @param bytes of the file, 1 to {@link FaceImage#MAX_BYTES}
 * @param pixels width times height, 1 to 250,000,000; of a GIF never more than {@value #GIF_PIXELS}
 * @param side the longer of width and height, 1 to 30,000
 */
public record PictureLimits(int bytes, int pixels, int side) {
  /** The most pixels of a GIF. */
  public static final int GIF_PIXELS = 4_194_304;

  /** How much memory decoding takes at most for each pixel, in bytes. */
  public static final int BYTES_PER_PIXEL = 24;

  /** 20 MiB, 40 million pixels, sides of 30,000. */
  public static final PictureLimits DEFAULT = new PictureLimits(20 << 20, 40_000_000, 30_000);

  /**
   * Checks the limits.
   *
   * @throws InvalidRequestException if one is out of its range
   */
  public PictureLimits {
    within(bytes, "bytes", FaceImage.MAX_BYTES);
    within(pixels, "pixels", 250_000_000);
    within(side, "side", 30_000);
  }

  private static void within(int value, String field, int max) {
    if (value < 1 || value > max) {
      throw InvalidRequestException.of(field, "must be from 1 to " + max);
    }
  }
}
