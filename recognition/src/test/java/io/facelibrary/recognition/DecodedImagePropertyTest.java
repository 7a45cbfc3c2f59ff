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

/** Any byte array is a picture or a typed error, and takes no more memory than was said. */
class DecodedImagePropertyTest {
  private static final int SIDE = 64;
  private static final ImageLimits LIMITS = new ImageLimits(1 << 20, 100_000, 1_000);

  /** What decoders hold besides pixels: tables, buffers, profiles. */
  private static final long BESIDES = 4 << 20;

  private static final List<byte[]> PICTURES =
      List.of(
          Portraits.encode(noise(), "png"),
          Portraits.encode(noise(), "jpg"),
          Portraits.encode(noise(), "bmp"),
          Portraits.encode(noise(), "gif"),
          Portraits.resource("cmyk.jpg"),
          Portraits.resource("progressive.jpg"),
          Portraits.resource("lossy.webp"),
          Portraits.resource("lossless-alpha.webp"),
          Portraits.resource("turned.webp"));

  @Property(tries = 300)
  void anyBytesAreAPictureOrATypedError(@ForAll @Size(max = 200) byte[] content) {
    requirePictureOrTypedError(content);
  }

  @Property(tries = 600)
  void aDamagedPictureIsAPictureOrATypedError(
      @ForAll @IntRange(max = 8) int which,
      @ForAll @IntRange(min = 1, max = 20) int changes,
      @ForAll Random random) {
    byte[] damaged = PICTURES.get(which).clone();
    for (int i = 0; i < changes; i++) {
      // Most of what can go wrong stands near the beginning.
      int reach = random.nextBoolean() ? Math.min(200, damaged.length) : damaged.length;
      damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
    }

    requirePictureOrTypedError(damaged);
  }

  @Property(tries = 200)
  void aCutOffPictureIsAPictureOrATypedError(
      @ForAll @IntRange(max = 8) int which, @ForAll Random random) {
    byte[] whole = PICTURES.get(which);

    requirePictureOrTypedError(Arrays.copyOf(whole, random.nextInt(whole.length)));
  }

  private static void requirePictureOrTypedError(byte[] content) {
    long before = Allocation.ofThisThread();
    try {
      Outcome<DecodedImage> outcome = DecodedImage.read(FaceImage.of(content), LIMITS);
      if (outcome instanceof Outcome.Accepted<DecodedImage> accepted) {
        DecodedImage picture = accepted.value();
        assertThat(picture.rgb()).hasSize(picture.width() * picture.height());
      } else {
        assertThat(ImageLimitsTest.reason(outcome))
            .isIn(RejectionReason.UNREADABLE, RejectionReason.TOO_MANY_PIXELS);
      }
    } catch (InvalidRequestException e) {
      assertThat(e.field()).isEqualTo("image");
    }
    long allocated = Allocation.ofThisThread() - before;
    assertThat(allocated)
        .isLessThan((long) ImageLimits.WEBP_BYTES_PER_PIXEL * LIMITS.pixels() + BESIDES);
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
