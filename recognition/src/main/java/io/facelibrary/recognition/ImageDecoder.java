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

/** Decodes pictures: limits first, then the pixels, then upright. */
final class ImageDecoder {
  private static final ImageReaderSpi JPEG = jpeg();

  private ImageDecoder() {}

  static Outcome<DecodedImage> read(FaceImage.Bytes image, ImageLimits limits) {
    if (image.size() > limits.bytes()) {
      return rejected(
          RejectionReason.TOO_MANY_BYTES,
          "the picture must have at most " + limits.bytes() + " bytes");
    }
    byte[] content = image.bytes();
    try {
      return decode(image.format(), content, limits);
    } catch (IOException | RuntimeException e) {
      // Decoders meet damaged bytes with exceptions of every kind. What they say is not passed on:
      // it may quote the picture.
      return unreadable(image.format());
    }
  }

  private static Outcome<DecodedImage> unreadable(ImageFormat format) {
    return rejected(RejectionReason.UNREADABLE, "the picture cannot be decoded as " + format);
  }

  private static Outcome<DecodedImage> rejected(RejectionReason reason, String message) {
    return new Outcome.Rejected<>(new Rejection(reason, message));
  }

  private static Outcome<DecodedImage> decode(
      ImageFormat format, byte[] content, ImageLimits limits) throws IOException {
    ImageReader reader = reader(format);
    try (ImageInputStream in = new ByteArrayImageInputStream(content)) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      Optional<Rejection> tooLarge = tooLarge(format, content, width, height, limits);
      if (tooLarge.isPresent()) {
        return new Outcome.Rejected<>(tooLarge.get());
      }
      BufferedImage decoded = reader.read(0);
      if (decoded.getWidth() != width || decoded.getHeight() != height) {
        return unreadable(format);
      }
      return new Outcome.Accepted<>(
          ExifOrientation.of(format, content).turn(RgbPixels.of(decoded)));
    } finally {
      reader.dispose();
    }
  }

  private static Optional<Rejection> tooLarge(
      ImageFormat format, byte[] content, int width, int height, ImageLimits limits) {
    long pixels = (long) width * height;
    if (format == ImageFormat.WEBP) {
      pixels = Math.max(pixels, WebpFrames.mostPixels(content));
    }
    if (Math.max(width, height) > limits.side()) {
      return Optional.of(
          new Rejection(
              RejectionReason.TOO_MANY_PIXELS,
              "width and height must be at most " + limits.side() + " pixels"));
    }
    if (pixels > limits.pixelsOf(format)) {
      return Optional.of(
          new Rejection(
              RejectionReason.TOO_MANY_PIXELS,
              "the picture must have at most "
                  + limits.pixelsOf(format)
                  + " pixels, as "
                  + format));
    }
    return Optional.empty();
  }

  /** Named readers, whatever other plug-ins the program has: the same bytes, the same pixels. */
  private static ImageReader reader(ImageFormat format) throws IOException {
    return switch (format) {
      case JPEG -> JPEG.createReaderInstance();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance();
      case PNG, BMP, GIF -> ownOfJava(format).createReaderInstance();
    };
  }

  /** It reads with Java's own reader underneath, and looks for that one here. */
  private static ImageReaderSpi jpeg() {
    JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
    jpeg.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
    return jpeg;
  }

  private static ImageReaderSpi ownOfJava(ImageFormat format) throws IOException {
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
      throw new IOException("This Java platform has no reader of " + format);
    }
    return found.next();
  }
}
