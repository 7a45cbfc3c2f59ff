package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images whose headers state a large size are rejected before memory is allocated for them. */
class ImageLimitsTest {
  private static final long LITTLE = 4 << 20;
  private static final int BYTES_PER_PIXEL = 40;

  static ImageLimits limits(int bytes, int pixels, int side) {
    return ImageLimits.defaults().withBytes(bytes).withPixels(pixels).withSide(side);
  }

  @ParameterizedTest
  // Java's reader of BMP detects that the file is too short for the size in the header.
  @CsvSource({
    "png, TOO_MANY_PIXELS",
    "bmp, UNREADABLE",
    "gif, TOO_MANY_PIXELS",
    "jpg, TOO_MANY_PIXELS",
    "lossless, TOO_MANY_PIXELS",
    "lossy, TOO_MANY_PIXELS"
  })
  void rejectsTooManyPixelsByTheHeaderAlone(String format, RejectionReason expected) {
    byte[] bomb = bomb(format, 16_000, 15_000);

    long allocated = Allocation.ofSecondCall(() -> DecodedImage.read(FaceImage.of(bomb)));

    assertThat(reason(DecodedImage.read(FaceImage.of(bomb)))).isEqualTo(expected);
    assertThat(allocated).isLessThan(LITTLE);
  }

  @Test
  void rejectsASideThatIsTooLong() {
    byte[] bomb = bomb("png", 30_001, 1);

    ImageResult<DecodedImage> result = DecodedImage.read(FaceImage.of(bomb));

    assertThat(result)
        .isEqualTo(
            new ImageResult.Rejected<>(
                RejectionReason.TOO_MANY_PIXELS.withMessage(
                    "width and height must be at most 30000 pixels")));
  }

  @Test
  void aGifHasALowerLimit() {
    byte[] gif = bomb("gif", 2049, 2048);

    assertThat(reason(DecodedImage.read(FaceImage.of(gif))))
        .isEqualTo(RejectionReason.TOO_MANY_PIXELS);
  }

  @Test
  void acceptsExactlyTheLimits() {
    byte[] png = SampleImages.encode(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png");
    FaceImage.Bytes image = FaceImage.of(png);

    assertThat(DecodedImage.read(image, limits(png.length, 600, 30)))
        .isInstanceOf(ImageResult.Accepted.class);
    assertThat(reason(DecodedImage.read(image, limits(png.length, 599, 30))))
        .isEqualTo(RejectionReason.TOO_MANY_PIXELS);
    assertThat(reason(DecodedImage.read(image, limits(png.length, 600, 29))))
        .isEqualTo(RejectionReason.TOO_MANY_PIXELS);
    assertThat(reason(DecodedImage.read(image, limits(png.length - 1, 600, 30))))
        .isEqualTo(RejectionReason.TOO_MANY_BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, bytes",
    "67108865, 1, 1, bytes",
    "1, 0, 1, pixels",
    "1, 250000001, 1, pixels",
    "1, 1, 0, side",
    "1, 1, 30001, side"
  })
  void rejectsLimitsOutOfTheirRange(int bytes, int pixels, int side, String field) {
    assertThatThrownBy(() -> limits(bytes, pixels, side))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(field + " must be from 1 to");
  }

  @ParameterizedTest
  @CsvSource({"png, 1", "jpg, 1", "bmp, 1", "gif, 13", "png, 10", "png, 11", "png, 6"})
  void decodingStaysWithinTheStatedMemory(String format, int type) {
    int side = 2000;
    byte[] content = SampleImages.encode(new BufferedImage(side, side, type), format);
    FaceImage.Bytes image = FaceImage.of(content);

    long allocated = Allocation.ofSecondCall(() -> DecodedImage.read(image).orThrow());

    assertThat(allocated - content.length).isLessThan((long) BYTES_PER_PIXEL * side * side);
  }

  @ParameterizedTest
  @CsvSource({
    "flat-progressive.jpg, 40",
    "flat-cmyk.jpg, 40",
    "flat-lossless.webp, 200",
    "flat-lossy.webp, 200",
    "flat-alpha.webp, 200"
  })
  void decodingSmallFilesOfManyPixelsStaysWithinTheStatedMemory(String name, int perPixel) {
    FaceImage.Bytes image = FaceImage.of(SampleImages.resource(name));

    DecodedImage decoded = DecodedImage.read(image).orThrow();
    long allocated = Allocation.of(() -> DecodedImage.read(image).orThrow());

    assertThat(allocated).isLessThan((long) perPixel * decoded.width() * decoded.height() + LITTLE);
  }

  @Test
  void theSizeOfAWebpIsThatOfItsFrameAndNotOfItsCanvas() {
    byte[] webp = SampleImages.resource("turned.webp");
    int frame = indexOf(webp, 0x9D, 0x01, 0x2A);
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putShort(frame + 3, (short) 16_000);

    ImageResult<DecodedImage> result =
        DecodedImage.read(FaceImage.of(webp), limits(1 << 20, 100_000, 30_000));

    assertThat(reason(result)).isEqualTo(RejectionReason.TOO_MANY_PIXELS);
  }

  @Test
  void aWebpHasALowerLimit() {
    byte[] webp = bomb("lossy", 5_000, 2_001);

    assertThat(reason(DecodedImage.read(FaceImage.of(webp))))
        .isEqualTo(RejectionReason.TOO_MANY_PIXELS);
  }

  static RejectionReason reason(ImageResult<DecodedImage> result) {
    assertThat(result).isInstanceOf(ImageResult.Rejected.class);
    return ((ImageResult.Rejected<DecodedImage>) result).reason();
  }

  /** Returns a small image whose header states this size. */
  private static byte[] bomb(String format, int width, int height) {
    BufferedImage small = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    byte[] content =
        switch (format) {
          case "lossless" -> SampleImages.resource("lossless-alpha.webp");
          case "lossy" -> SampleImages.resource("lossy.webp");
          default -> SampleImages.encode(small, format);
        };
    ByteBuffer big = ByteBuffer.wrap(content);
    ByteBuffer little = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    switch (format) {
      case "png" -> {
        big.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(content, 12, 17);
        big.putInt(29, (int) crc.getValue());
      }
      case "bmp" -> little.putInt(18, width).putInt(22, height);
      case "gif" -> {
        little.putShort(6, (short) width).putShort(8, (short) height);
        int frame = indexOf(content, 0x2C, 0, 0, 0, 0);
        little.putShort(frame + 5, (short) width).putShort(frame + 7, (short) height);
      }
      case "jpg" -> {
        int frame = indexOf(content, 0xFF, 0xC0);
        big.putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
      }
      case "lossless" -> {
        int frame = indexOf(content, 'V', 'P', '8', 'L') + 9;
        int sizes = (width - 1) | ((height - 1) << 14);
        little.putInt(frame, (little.getInt(frame) & 0xF0000000) | sizes);
      }
      default -> {
        int frame = indexOf(content, 0x9D, 0x01, 0x2A);
        little.putShort(frame + 3, (short) width).putShort(frame + 5, (short) height);
      }
    }
    return content;
  }

  private static int indexOf(byte[] content, int... wanted) {
    for (int at = 0; at < content.length - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && (content[at + same] & 0xFF) == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    throw new IllegalArgumentException("not in the image");
  }
}
