package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private static final int RED = 0xE01010;
  private static final int GREEN = 0x10C020;
  private static final int BLUE = 0x2030D0;
  private static final int GRAY = 0x808080;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif"})
  void keepsThePixelsOfLosslessFormats(String format) {
    DecodedImage image = read(SampleImages.encode(quarters(BufferedImage.TYPE_INT_RGB), format));

    assertThat(corners(image)).containsExactly(RED, GREEN, BLUE, GRAY);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE,
        BufferedImage.TYPE_INT_BGR
      })
  void readsThePixelsOfAnyLayout(int type) {
    DecodedImage image = DecodedImage.of(quarters(type));

    assertThat(corners(image)).containsExactly(RED, GREEN, BLUE, GRAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void doesNotBrightenGray(int type) {
    BufferedImage gray = new BufferedImage(4, 4, type);
    int most = type == BufferedImage.TYPE_BYTE_GRAY ? 0xFF : 0xFFFF;
    gray.getRaster().setSample(1, 2, 0, most / 2);

    DecodedImage image = DecodedImage.of(gray);

    assertThat(image.rgb()[2 * 4 + 1]).isEqualTo(0x7F7F7F);
  }

  @Test
  void keepsTheUpperHalfOfSixteenBits() {
    ColorModel model =
        new ComponentColorModel(
            java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_sRGB),
            true,
            false,
            java.awt.Transparency.TRANSLUCENT,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
    raster.setPixel(0, 0, new int[] {0x1234, 0x8080, 0xFFFF, 0xFFFF});
    raster.setPixel(1, 0, new int[] {0, 0, 0, 0x8000});
    BufferedImage deep = new BufferedImage(model, raster, false, null);

    DecodedImage image = read(SampleImages.encode(deep, "png"));

    assertThat(image.rgb()[0]).isEqualTo(0x1280FF);
    assertThat(image.rgb()[1] & 0xFF).isCloseTo(0x80, within(1));
  }

  @Test
  void transparentPixelsBecomeWhite() {
    BufferedImage glass = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(1, 0, 0x80000000);

    DecodedImage image = read(SampleImages.encode(glass, "png"));

    assertThat(image.rgb()[0]).isEqualTo(0xFFFFFF);
    assertThat(image.rgb()[1] & 0xFF).isCloseTo(127, within(1));
  }

  @ParameterizedTest
  @CsvSource({
    "cmyk.jpg, 208, 240",
    "grey.jpg, 208, 240",
    "progressive.jpg, 208, 240",
    "lossy.webp, 208, 240",
    "lossless-alpha.webp, 104, 120",
    "turned.webp, 208, 240"
  })
  void readsAnImageSavedInAnyFormat(String name, int width, int height) {
    FaceImage.Bytes image = FaceImage.of(SampleImages.resource(name));

    DecodedImage decoded = DecodedImage.read(image).orThrow();

    assertThat(decoded.width()).isEqualTo(width);
    assertThat(decoded.height()).isEqualTo(height);
    try (FaceEncoder encoder = FaceRecognizer.open()) {
      FaceEmbedding face = embed(encoder, image);
      FaceEmbedding original = embed(encoder, FaceImage.of(SampleImages.hopperBytes()));
      assertThat(face.distanceTo(original)).isLessThan(0.35);
    }
  }

  private static FaceEmbedding embed(FaceEncoder encoder, FaceImage.Bytes image) {
    return encoder.encodeOne(image).orThrow().get(0).embedding();
  }

  @Test
  void theTransparentEdgeOfAWebpIsWhite() {
    DecodedImage image = read(SampleImages.resource("lossless-alpha.webp"));

    assertThat(image.rgb()[0]).isEqualTo(0xFFFFFF);
  }

  // The positions of red, green, blue and gray (Y) in the upright image.
  @ParameterizedTest
  @CsvSource({
    "0, RGBY", "1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR",
    "8, GYRB", "9, RGBY"
  })
  void rotatesAnImageByItsExifData(int orientation, String upright) {
    byte[] png = SampleImages.encode(quarters(BufferedImage.TYPE_INT_RGB), "png");
    byte[] jpeg = SampleImages.encode(quarters(BufferedImage.TYPE_INT_RGB), "jpg");

    DecodedImage fromPng = read(withPngExif(png, exif(orientation, true)));
    DecodedImage fromJpeg = read(withJpegExif(jpeg, exif(orientation, false)));

    assertThat(letters(fromPng)).isEqualTo(upright);
    assertThat(letters(fromJpeg)).isEqualTo(upright);
    assertThat(fromPng.width() > fromPng.height()).isEqualTo(orientation < 5 || orientation > 8);
  }

  @Test
  void damagedExifDataAreIgnored() {
    byte[] png = SampleImages.encode(quarters(BufferedImage.TYPE_INT_RGB), "png");
    byte[] exif = exif(6, true);

    for (int cut = 0; cut < exif.length; cut++) {
      DecodedImage image = read(withPngExif(png, java.util.Arrays.copyOf(exif, cut)));
      assertThat(letters(image)).isIn("RGBY", "BRYG");
    }
    exif[7] = (byte) 0xFF;
    exif[4] = (byte) 0xFF;
    assertThat(letters(read(withPngExif(png, exif)))).isEqualTo("RGBY");
  }

  @Test
  void rejectsAnImageThatCannotBeDecoded() {
    byte[] png = SampleImages.encode(quarters(BufferedImage.TYPE_INT_RGB), "png");
    for (int i = 45; i < png.length - 20; i++) {
      png[i] = 0x55;
    }

    assertThat(DecodedImage.read(FaceImage.of(png)))
        .isEqualTo(
            new ImageResult.Rejected<>(
                RejectionReason.UNREADABLE.withMessage("the image cannot be decoded as PNG")));
  }

  private static DecodedImage read(byte[] content) {
    return DecodedImage.read(FaceImage.of(content)).orThrow();
  }

  private static BufferedImage quarters(int type) {
    BufferedImage image = new BufferedImage(48, 32, type);
    Graphics2D graphics = image.createGraphics();
    int[] colors = {RED, GREEN, BLUE, GRAY};
    for (int i = 0; i < 4; i++) {
      graphics.setColor(new Color(colors[i]));
      graphics.fillRect(i % 2 * 24, i / 2 * 16, 24, 16);
    }
    graphics.dispose();
    return image;
  }

  private static int[] corners(DecodedImage image) {
    int right = image.width() - 3;
    int bottom = (image.height() - 3) * image.width();
    int top = 2 * image.width();
    return new int[] {
      image.rgb()[top + 2],
      image.rgb()[top + right],
      image.rgb()[bottom + 2],
      image.rgb()[bottom + right]
    };
  }

  private static String letters(DecodedImage image) {
    StringBuilder letters = new StringBuilder();
    for (int pixel : corners(image)) {
      int red = pixel >> 16;
      int green = pixel >> 8 & 0xFF;
      int blue = pixel & 0xFF;
      if (red > green + 60 && red > blue + 60) {
        letters.append('R');
      } else if (green > red + 60 && green > blue + 60) {
        letters.append('G');
      } else {
        letters.append(blue > red + 60 ? 'B' : 'Y');
      }
    }
    return letters.toString();
  }

  private static byte[] exif(int orientation, boolean bigEndian) {
    ByteBuffer exif = ByteBuffer.allocate(26);
    exif.order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
    exif.put((bigEndian ? "MM" : "II").getBytes(StandardCharsets.ISO_8859_1));
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return exif.array();
  }

  private static byte[] withJpegExif(byte[] jpeg, byte[] exif) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = 2 + 6 + exif.length;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** Inserts the chunk after the header, which takes 8 + 25 bytes. */
  private static byte[] withPngExif(byte[] png, byte[] exif) {
    byte[] named = ByteBuffer.allocate(4 + exif.length).put(name()).put(exif).array();
    CRC32 crc = new CRC32();
    crc.update(named);
    ByteBuffer out = ByteBuffer.allocate(png.length + 8 + named.length);
    out.put(png, 0, 33).putInt(exif.length).put(named).putInt((int) crc.getValue());
    return out.put(png, 33, png.length - 33).array();
  }

  private static byte[] name() {
    return "eXIf".getBytes(StandardCharsets.ISO_8859_1);
  }
}
