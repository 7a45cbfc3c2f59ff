package io.facelibrary.recognition;

import io.facelibrary.FaceImage;
import java.awt.image.BufferedImage;

/**
 * The pixels of an image, upright and in RGB. Immutable. Takes four bytes per pixel. {@link
 * #toString()} shows no pixels.
 */
final class DecodedImage {
  private final int width;
  private final int height;
  private final int[] rgb;

  DecodedImage(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * Decodes an image, within the default limits.
   *
   * @see #read(FaceImage.Bytes, ImageLimits)
   */
  static ImageResult<DecodedImage> read(FaceImage.Bytes image) {
    return read(image, ImageLimits.defaults());
  }

  /**
   * Decodes an image: PNG, JPEG (also CMYK), BMP, GIF (its first frame) or WebP, with up to 16 bits
   * per channel. The image is rotated upright by its EXIF data. Transparent parts become white.
   */
  static ImageResult<DecodedImage> read(FaceImage.Bytes image, ImageLimits limits) {
    return ImageDecoder.read(image, limits);
  }

  /** Copies an image that is already decoded, for example a frame of a camera. */
  static DecodedImage of(BufferedImage image) {
    return RgbPixels.of(image);
  }

  /** Returns the width in pixels. */
  int width() {
    return width;
  }

  /** Returns the height in pixels. */
  int height() {
    return height;
  }

  /** The pixels as {@code 0xRRGGBB}, row by row. Callers must not modify the array. */
  int[] rgb() {
    return rgb;
  }

  /** Shows the size only. */
  @Override
  public String toString() {
    return "DecodedImage[" + width + " x " + height + "]";
  }
}
