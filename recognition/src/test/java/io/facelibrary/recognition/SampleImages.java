package io.facelibrary.recognition;

import io.facelibrary.FaceImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The two images of the examples, and images derived from them. */
final class SampleImages {
  private static final Path FOLDER = Path.of("..", "examples", "photos");

  private SampleImages() {}

  static byte[] hopperBytes() {
    return read(FOLDER.resolve("grace_hopper.jpg"));
  }

  static byte[] collinsBytes() {
    return read(FOLDER.resolve("astronaut.png"));
  }

  static BufferedImage hopper() {
    return decode(hopperBytes());
  }

  static BufferedImage collins() {
    return decode(collinsBytes());
  }

  /** Returns an image of the test resources. */
  static byte[] resource(String name) {
    try (InputStream in = SampleImages.class.getResourceAsStream("/images/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer of " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static FaceImage.Bytes image(BufferedImage image) {
    return FaceImage.of(encode(image, "png"));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage decode(byte[] content) {
    try {
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(content));
      BufferedImage rgb =
          new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
      rgb.createGraphics().drawImage(decoded, 0, 0, null);
      return rgb;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
