package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WebP files that would make the decoder allocate more memory than their pixels need. */
class WebpStructureTest {
  private static final long LITTLE = 4 << 20;
  private static final ImageLimits LIMITS = ImageLimitsTest.limits(1 << 20, 100_000, 16_384);

  /** The decoder alone reads beyond the end of this image, and allocates 547 MB of exceptions. */
  @Test
  void aChangedHeightOfALosslessImageIsRejected() {
    byte[] webp = SampleImages.resource("lossless-alpha.webp");
    webp[23] = (byte) 0xE4;

    requireRejectedWithLittleMemory(webp, RejectionReason.UNREADABLE);
  }

  @Test
  void everyChangedBitOfALosslessHeaderStaysWithinItsMemory() {
    byte[] webp = SampleImages.resource("lossless-alpha.webp");
    for (int bit = 8 * 20; bit < 8 * 120; bit++) {
      byte[] changed = webp.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);

      long allocated = Allocation.of(() -> DecodedImage.read(FaceImage.of(changed), LIMITS));

      assertThat(allocated).as("bit %d", bit).isLessThan(LIMITS.webpBytes());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "small-noise.webp, 64, 48", "small-palette.webp, 48, 56", "small-gray.webp, 48, 56",
    "small-animated.webp, 48, 56", "small-profile.webp, 48, 56", "lossless-alpha.webp, 104, 120"
  })
  void theFilesOfAnEncoderAreDecoded(String name, int width, int height) {
    DecodedImage image = DecodedImage.read(FaceImage.of(SampleImages.resource(name))).orThrow();

    assertThat(image.width()).isEqualTo(width);
    assertThat(image.height()).isEqualTo(height);
  }

  /** The decoder alone allocates 618 MB for the 65,536 groups of this file of 164 KB. */
  @Test
  void moreGroupsOfCodesThanTheImageNeedsAreRejected() {
    BitWriter bits = new BitWriter();
    bits.write(0, 1).write(0, 1); // no transform, no color cache
    bits.write(1, 1).write(0, 3); // an image of groups, with blocks of 4 x 4 pixels
    bits.write(0, 1); // no color cache in it; its green and red are 255: group 65,535
    for (int symbol : new int[] {255, 255, 0, 0, 0}) {
      bits.write(0b101, 3).write(symbol, 8);
    }
    for (int code = 0; code < 5 * 65_536; code++) {
      bits.write(0b0001, 4);
    }

    requireRejectedWithLittleMemory(
        webp(chunk("VP8L", lossless(300, 300, bits.toBytes()))), RejectionReason.UNREADABLE);
  }

  /** Writes numbers, the least significant bit first. */
  private static final class BitWriter {
    private final BitSet bits = new BitSet();
    private int count;

    BitWriter write(int value, int width) {
      for (int i = 0; i < width; i++) {
        bits.set(count++, (value >> i & 1) == 1);
      }
      return this;
    }

    byte[] toBytes() {
      return Arrays.copyOf(bits.toByteArray(), count / 8 + 1);
    }
  }

  /** The decoder alone takes 16 s for 60,000 transforms of 100 x 100 pixels, a file of 22 KB. */
  @Test
  void theSameTransformTwiceIsRejected() {
    // Each "subtract green" takes three bits: 1 and the type 2.
    byte[] transforms = new byte[22_500];
    for (int bit = 0; bit < 8 * transforms.length; bit++) {
      if (bit % 3 != 1) {
        transforms[bit / 8] |= (byte) (1 << bit % 8);
      }
    }

    requireRejectedWithLittleMemory(
        webp(chunk("VP8L", lossless(100, 100, transforms))), RejectionReason.UNREADABLE);
  }

  @Test
  void aSecondImageIsRejected() {
    byte[] image = SampleImages.resource("lossy.webp");
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.writeBytes(chunk("VP8X", canvas(208, 240)));
    for (int i = 0; i < 10; i++) {
      chunks.write(image, 12, image.length - 12);
    }

    requireRejectedWithLittleMemory(webp(chunks.toByteArray()), RejectionReason.UNREADABLE);
  }

  @Test
  void nestedAnimationFramesAreRejected() {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.writeBytes(chunk("VP8X", canvas(10, 10)));
    int depth = 25_000;
    for (int i = depth; i > 0; i--) {
      chunks.writeBytes(header("ANMF", 24 * i - 8));
      chunks.writeBytes(new byte[16]);
    }

    requireRejectedWithLittleMemory(webp(chunks.toByteArray()), RejectionReason.UNREADABLE);
  }

  @Test
  void aColorProfileThatStatesMoreThanItsChunkIsRejected() {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    byte[] extended = canvas(208, 240);
    extended[0] = 0x20;
    chunks.writeBytes(chunk("VP8X", extended));
    byte[] profile = new byte[200];
    ByteBuffer.wrap(profile).putInt(2_000_000_000).putInt(36, 0x61637370);
    chunks.writeBytes(chunk("ICCP", profile));

    requireRejectedWithLittleMemory(webp(chunks.toByteArray()), RejectionReason.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 30, 100})
  void aBitstreamThatEndsInItsHeaderIsRejected(int length) {
    byte[] whole = SampleImages.resource("lossless-alpha.webp");
    byte[] cut = webp(chunk("VP8L", Arrays.copyOfRange(whole, 20, 20 + length)));

    requireRejectedWithLittleMemory(cut, RejectionReason.UNREADABLE);
  }

  /** Its blocks of 16 x 16 pixels, all at the upper edge, would take 2,200 bytes per pixel. */
  @Test
  void aLongAndNarrowLossyImageNearTheLimitIsRejected() {
    byte[] webp = SampleImages.resource("lossy.webp");
    ByteBuffer.wrap(webp)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(26, (short) 16_383)
        .putShort(28, (short) 6);

    requireRejectedWithLittleMemory(webp, RejectionReason.UNREADABLE);
  }

  private static void requireRejectedWithLittleMemory(byte[] webp, RejectionReason expected) {
    assertThat(reason(webp)).isEqualTo(expected);
    long allocated = Allocation.of(() -> DecodedImage.read(FaceImage.of(webp), LIMITS));
    assertThat(allocated - webp.length).isLessThan(LITTLE);
  }

  private static RejectionReason reason(byte[] webp) {
    return ImageLimitsTest.reason(DecodedImage.read(FaceImage.of(webp), LIMITS));
  }

  private static byte[] webp(byte[] chunks) {
    ByteBuffer file = ByteBuffer.allocate(12 + chunks.length);
    file.put(header("RIFF", 4 + chunks.length)).put(ascii("WEBP")).put(chunks);
    return file.array();
  }

  private static byte[] chunk(String name, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + content.length % 2);
    return chunk.put(header(name, content.length)).put(content).array();
  }

  private static byte[] header(String name, int length) {
    ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    return header.put(ascii(name)).putInt(length).array();
  }

  private static byte[] canvas(int width, int height) {
    ByteBuffer canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    canvas.putShort(4, (short) (width - 1)).putShort(7, (short) (height - 1));
    return canvas.array();
  }

  private static byte[] lossless(int width, int height, byte[] bits) {
    ByteBuffer content = ByteBuffer.allocate(5 + bits.length).order(ByteOrder.LITTLE_ENDIAN);
    return content.put((byte) 0x2F).putInt(width - 1 | (height - 1) << 14).put(bits).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
