package io.facelibrary.recognition;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;

/** Alterations of an image that keep the person recognizable. */
enum Altered {
  MIRRORED {
    @Override
    BufferedImage apply(BufferedImage image) {
      return transform(image, new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0));
    }
  },
  ROTATED {
    @Override
    BufferedImage apply(BufferedImage image) {
      return transform(
          image,
          AffineTransform.getRotateInstance(
              Math.toRadians(15), image.getWidth() / 2.0, image.getHeight() / 2.0));
    }
  },
  HALVED {
    @Override
    BufferedImage apply(BufferedImage image) {
      return shrink(image, 2);
    }
  },
  DARKENED {
    @Override
    BufferedImage apply(BufferedImage image) {
      return darken(image, 2);
    }
  },
  GRAY {
    @Override
    BufferedImage apply(BufferedImage image) {
      return map(
          image,
          pixel -> {
            double sum =
                0.299 * (pixel >> 16) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
            int gray = (int) Math.round(sum);
            return gray << 16 | gray << 8 | gray;
          });
    }
  },
  BLURRED {
    @Override
    BufferedImage apply(BufferedImage image) {
      return blur(image, 4);
    }
  };

  abstract BufferedImage apply(BufferedImage image);

  static BufferedImage transform(BufferedImage image, AffineTransform transform) {
    BufferedImage to =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    draw(image, transform, to);
    return to;
  }

  private static void draw(BufferedImage image, AffineTransform transform, BufferedImage to) {
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, transform, null);
    graphics.dispose();
  }

  static BufferedImage darken(BufferedImage image, int times) {
    return map(
        image,
        pixel -> {
          int red = (pixel >> 16) / times;
          int green = ((pixel >> 8) & 0xFF) / times;
          return (red << 16) | (green << 8) | ((pixel & 0xFF) / times);
        });
  }

  static BufferedImage blur(BufferedImage image, int times) {
    BufferedImage small = shrink(image, times);
    BufferedImage to =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    AffineTransform back =
        AffineTransform.getScaleInstance(
            (double) image.getWidth() / small.getWidth(),
            (double) image.getHeight() / small.getHeight());
    draw(small, back, to);
    return to;
  }

  /** Replaces squares of pixels by their mean. */
  static BufferedImage shrink(BufferedImage image, int times) {
    int width = image.getWidth() / times;
    int height = image.getHeight() / times;
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to.setRGB(x, y, mean(image, x * times, y * times, times));
      }
    }
    return to;
  }

  private static int mean(BufferedImage image, int left, int top, int size) {
    double[] sums = new double[3];
    for (int pixel : image.getRGB(left, top, size, size, null, 0, size)) {
      sums[0] += pixel >> 16 & 0xFF;
      sums[1] += pixel >> 8 & 0xFF;
      sums[2] += pixel & 0xFF;
    }
    int count = size * size;
    return (int) Math.round(sums[0] / count) << 16
        | (int) Math.round(sums[1] / count) << 8
        | (int) Math.round(sums[2] / count);
  }

  private static BufferedImage map(BufferedImage image, IntUnaryOperator change) {
    BufferedImage to =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        to.setRGB(x, y, change.applyAsInt(image.getRGB(x, y) & 0xFFFFFF));
      }
    }
    return to;
  }
}
