package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any bytes are decoded or rejected, and decoding allocates no more memory than stated. */
class DecodedImagePropertyTest {
  private static final int SIDE = 64;
  private static final ImageLimits LIMITS = ImageLimitsTest.limits(1 << 20, 100_000, 1_000);

  /** The limit of all formats but WebP. */
  private static final long MAX_BYTES = 40L * LIMITS.pixels() + (4 << 20);

  private static final List<byte[]> IMAGES =
      List.of(
          SampleImages.encode(noise(), "png"),
          SampleImages.encode(noise(), "jpg"),
          SampleImages.encode(noise(), "bmp"),
          SampleImages.encode(noise(), "gif"),
          SampleImages.resource("cmyk.jpg"),
          SampleImages.resource("progressive.jpg"),
          SampleImages.resource("lossy.webp"),
          SampleImages.resource("lossless-alpha.webp"),
          SampleImages.resource("turned.webp"));

  @Property(tries = 300)
  void anyBytesAreDecodedOrRejected(@ForAll @Size(max = 200) byte[] content) {
    requireDecodedOrRejected(content);
  }

  @Property(tries = 600)
  void aDamagedImageIsDecodedOrRejected(
      @ForAll @IntRange(max = 8) int which,
      @ForAll @IntRange(min = 1, max = 20) int changes,
      @ForAll Random random) {
    byte[] damaged = IMAGES.get(which).clone();
    for (int i = 0; i < changes; i++) {
      // The header, where most damage matters, is near the beginning.
      int reach = random.nextBoolean() ? Math.min(200, damaged.length) : damaged.length;
      damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
    }

    requireDecodedOrRejected(damaged);
  }

  @Property(tries = 200)
  void aTruncatedImageIsDecodedOrRejected(
      @ForAll @IntRange(max = 8) int which, @ForAll Random random) {
    byte[] whole = IMAGES.get(which);

    requireDecodedOrRejected(Arrays.copyOf(whole, random.nextInt(whole.length)));
  }

  @Property(tries = 1000)
  void aDamagedLosslessWebpIsDecodedOrRejected(
      @ForAll @IntRange(min = 1, max = 3) int changes, @ForAll Random random) {
    byte[] damaged = SampleImages.resource("lossless-alpha.webp");
    for (int i = 0; i < changes; i++) {
      damaged[20 + random.nextInt(200)] = (byte) random.nextInt(256);
    }

    requireDecodedOrRejected(damaged);
  }

  private static void requireDecodedOrRejected(byte[] content) {
    long allocated = Allocation.of(() -> decode(content));

    assertThat(allocated).isLessThan(isWebp(content) ? LIMITS.webpBytes() : MAX_BYTES);
  }

  private static boolean isWebp(byte[] content) {
    return content.length > 0 && content[0] == 'R';
  }

  private static void decode(byte[] content) {
    try {
      ImageResult<DecodedImage> result = DecodedImage.read(FaceImage.of(content), LIMITS);
      if (result instanceof ImageResult.Accepted<DecodedImage> accepted) {
        DecodedImage image = accepted.content();
        assertThat(image.rgb()).hasSize(image.width() * image.height());
      } else {
        assertThat(ImageLimitsTest.reason(result))
            .isIn(RejectionReason.UNREADABLE, RejectionReason.TOO_MANY_PIXELS);
      }
    } catch (InvalidRequestException e) {
      assertThat(e.field()).isEqualTo("image");
    }
  }

  private static BufferedImage noise() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, random.nextInt(1 << 24));
    }
    return image;
  }
}
