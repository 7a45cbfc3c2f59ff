package io.facelibrary.recognition;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.facelibrary.FaceImage;
import io.facelibrary.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Decodes images: checks the limits, decodes the pixels, and rotates the image upright. */
final class ImageDecoder {
  private static final ImageReaderSpi JPEG = jpeg();

  private ImageDecoder() {}

  static ImageResult<DecodedImage> read(FaceImage.Bytes image, ImageLimits limits) {
    if (image.size() > limits.bytes()) {
      return rejected(
          RejectionReason.TOO_MANY_BYTES,
          "the image must have at most " + limits.bytes() + " bytes");
    }
    byte[] content = image.bytes();
    try {
      return decode(image.format(), content, limits);
    } catch (IOException | RuntimeException e) {
      // Decoders throw exceptions of every type for damaged bytes. The message is not passed on: it
      // may quote the image.
      return unreadable(image.format());
    }
  }

  private static ImageResult<DecodedImage> unreadable(ImageFormat format) {
    return rejected(RejectionReason.UNREADABLE, "the image cannot be decoded as " + format);
  }

  private static ImageResult<DecodedImage> rejected(RejectionReason reason, String message) {
    return new ImageResult.Rejected<>(reason.withMessage(message));
  }

  private static ImageResult<DecodedImage> decode(
      ImageFormat format, byte[] content, ImageLimits limits) throws IOException {
    Optional<WebpStructure> webp = Optional.empty();
    if (format == ImageFormat.WEBP) {
      webp = Optional.of(WebpStructure.of(content));
    }
    ImageReader reader = reader(format);
    try (ImageInputStream in = input(format, content)) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      long pixels = (long) width * height;
      if (webp.isPresent()) {
        pixels = Math.max(pixels, webp.get().mostPixels());
      }
      Optional<String> broken = brokenLimit(format, pixels, Math.max(width, height), limits);
      if (broken.isPresent()) {
        return rejected(RejectionReason.TOO_MANY_PIXELS, broken.get());
      }
      if (webp.isPresent() && !webp.get().fitsMemory(width, height, limits.webpBytes())) {
        return unreadable(format);
      }
      BufferedImage decoded = reader.read(0);
      if (decoded.getWidth() != width || decoded.getHeight() != height) {
        return unreadable(format);
      }
      return new ImageResult.Accepted<>(
          ExifOrientation.of(format, content).rotate(RgbPixels.of(decoded)));
    } finally {
      reader.dispose();
    }
  }

  /** Returns the rule that the size breaks, if it breaks one. */
  private static Optional<String> brokenLimit(
      ImageFormat format, long pixels, int side, ImageLimits limits) {
    if (side > limits.side()) {
      return Optional.of("width and height must be at most " + limits.side() + " pixels");
    }
    if (pixels > limits.pixelsOf(format)) {
      return Optional.of(
          "the image must have at most " + limits.pixelsOf(format) + " pixels, as " + format);
    }
    return Optional.empty();
  }

  private static ImageInputStream input(ImageFormat format, byte[] content) {
    return format == ImageFormat.WEBP
        ? new ZeroPaddedInput(content)
        : new ByteArrayImageInputStream(content);
  }

  /** The readers are named here, so that other plug-ins of the program change no pixels. */
  private static ImageReader reader(ImageFormat format) throws IOException {
    return switch (format) {
      case JPEG -> JPEG.createReaderInstance();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance();
      case PNG, BMP, GIF -> javaReader(format).createReaderInstance();
    };
  }

  /** This reader delegates to Java's own reader, which it finds on registration. */
  private static ImageReaderSpi jpeg() {
    JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
    jpeg.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
    return jpeg;
  }

  private static ImageReaderSpi javaReader(ImageFormat format) throws IOException {
    Iterator<ImageReaderSpi> found =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class,
                provider ->
                    provider instanceof ImageReaderSpi spi
                        && spi.getPluginClassName().startsWith("com.sun.imageio.")
                        && spi.getMIMETypes()[0].equals(format.mediaType()),
                true);
    if (!found.hasNext()) {
      throw new IOException("this Java platform has no image reader for " + format);
    }
    return found.next();
  }
}
