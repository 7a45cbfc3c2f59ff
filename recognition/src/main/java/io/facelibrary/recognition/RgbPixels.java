package io.facelibrary.recognition;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Converts the output of any decoder to RGB of 8 bits.
 *
 * <p>The samples of RGB and gray images are taken without color conversion. Java treats gray as
 * linear and would brighten it. With a color profile it would call the color management for each
 * pixel.
 */
final class RgbPixels {
  private static final int WHITE = 255;

  private RgbPixels() {}

  static DecodedImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = new int[Math.multiplyExact(width, height)];
    if (image.getColorModel() instanceof ComponentColorModel model && hasPlainSamples(model)) {
      copySamples(image.getRaster(), model, rgb);
    } else {
      convertColors(image, rgb);
    }
    return new DecodedImage(width, height, rgb);
  }

  private static boolean hasPlainSamples(ColorModel model) {
    int type = model.getColorSpace().getType();
    return (type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY)
        && (model.getTransferType() == DataBuffer.TYPE_BYTE
            || model.getTransferType() == DataBuffer.TYPE_USHORT);
  }

  private static void copySamples(Raster raster, ColorModel model, int[] rgb) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int green = model.getNumColorComponents() == 1 ? 0 : 1;
    int alpha = model.hasAlpha() ? bands - 1 : -1;
    int max = (1 << model.getComponentSize(0)) - 1;
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        int red = row[at] * 255 / max;
        int greenValue = row[at + green] * 255 / max;
        int blue = row[at + 2 * green] * 255 / max;
        int opaque = alpha < 0 ? 255 : row[at + alpha] * 255 / max;
        rgb[y * width + x] = overWhite(red, greenValue, blue, opaque, model.isAlphaPremultiplied());
      }
    }
  }

  private static void convertColors(BufferedImage image, int[] rgb) {
    int width = image.getWidth();
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, rgb, y * width, width);
    }
    for (int i = 0; i < rgb.length; i++) {
      int c = rgb[i];
      rgb[i] = overWhite((c >> 16) & 0xFF, (c >> 8) & 0xFF, c & 0xFF, c >>> 24, false);
    }
  }

  private static int overWhite(int red, int green, int blue, int alpha, boolean multiplied) {
    if (alpha == 255) {
      return red << 16 | green << 8 | blue;
    }
    int part = multiplied ? 255 : alpha;
    return over(red, part, alpha) << 16 | over(green, part, alpha) << 8 | over(blue, part, alpha);
  }

  private static int over(int value, int part, int alpha) {
    return Math.min(255, (value * part + WHITE * (255 - alpha)) / 255);
  }
}
