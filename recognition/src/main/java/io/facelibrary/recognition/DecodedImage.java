package io.facelibrary.recognition;

import io.facelibrary.FaceImage;
import java.awt.image.BufferedImage;

/**
 * The pixels of a picture, upright and in RGB. Immutable. Takes four bytes a pixel, and never shows
 * them in {@link #toString()}.
 */
public final class DecodedImage {
  private final int width;
  private final int height;
  private final int[] rgb;

  DecodedImage(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * Decodes a picture, within the default limits.
   *
   * @see #read(FaceImage.Bytes, PictureLimits)
   */
  public static Outcome<DecodedImage> read(FaceImage.Bytes image) {
    return read(image, ImageLimits.DEFAULT);
  }

  /**
   * Decodes a picture: PNG, JPEG (also CMYK), BMP, GIF (its first frame) or WebP, with up to 16
   * bits a channel, turned upright as its EXIF data say. Transparent parts become white.
   */
  public static Outcome<DecodedImage> read(FaceImage.Bytes image, ImageLimits limits) {
    return ImageDecoder.read(image, limits);
  }

  /** Copies a picture that is decoded already, for example a frame of a camera. */
  public static DecodedImage of(BufferedImage image) {
    return RgbPixels.of(image);
  }

  /** Returns the width in pixels. */
  public int width() {
    return width;
  }

  /** Returns the height in pixels. */
  public int height() {
    return height;
  }

  /** Red, green and blue of each pixel in bits 16, 8 and 0, row by row; not to be changed. */
  int[] rgb() {
    return rgb;
  }

  /** Shows the size only. */
  @Override
  public String toString() {
    return "Picture[" + width + " x " + height + "]";
  }
}
