package io.facelibrary.examples;

import io.facelibrary.FaceImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Creates altered copies of an image, since there is only one image of each person. */
final class AlteredCopies {
  private AlteredCopies() {}

  static BufferedImage read(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new IOException("not an image");
      }
      return drawn(image, new AffineTransform());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage mirrored(BufferedImage image) {
    return drawn(image, new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0));
  }

  static BufferedImage rotated(BufferedImage image, int degrees) {
    return drawn(
        image,
        AffineTransform.getRotateInstance(
            Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0));
  }

  static BufferedImage darkened(BufferedImage image) {
    return new RescaleOp(0.5f, 0, null).filter(image, null);
  }

  static BufferedImage sideBySide(BufferedImage left, BufferedImage right) {
    int height = Math.max(left.getHeight(), right.getHeight());
    BufferedImage both =
        new BufferedImage(left.getWidth() + right.getWidth(), height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = both.createGraphics();
    graphics.drawImage(left, 0, 0, null);
    graphics.drawImage(right, left.getWidth(), 0, null);
    graphics.dispose();
    return both;
  }

  static FaceImage.Bytes toPng(BufferedImage image) {
    try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", png);
      return FaceImage.of(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage drawn(BufferedImage image, AffineTransform transform) {
    BufferedImage to =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return to;
  }
}
