package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.support.TestImages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Unusual and damaged images. */
class ImageStructureTest {
  private static final List<byte[]> IMAGES = new ArrayList<>(TestImages.all().values());

  @Test
  void aJpegMayHavePaddingBeforeItsMarkers() {
    byte[] jpeg = TestImages.jpeg();

    assertThat(isAccepted(with(jpeg, 2, 0xFF, 0xFF, 0xFF))).isTrue();
  }

  @Test
  void aJpegMayBeFollowedByAnotherImage() {
    assertThat(isAccepted(TestImages.joined(TestImages.jpeg(), TestImages.jpeg()))).isTrue();
  }

  @Test
  void aJpegWithoutAScanIsRefused() {
    assertThat(isAccepted(TestImages.hex("ffd8ffd9"))).isFalse();
    assertThat(isAccepted(TestImages.hex("ffd8ffe00002ffd9ffd9"))).isFalse();
    assertThat(isAccepted(TestImages.hex("ffd8ffffffff"))).isFalse();
  }

  @Test
  void aJpegWithASegmentBeyondItsEndIsRefused() {
    assertThat(isAccepted(TestImages.hex("ffd8ffe0ffff00ffda0002ffd9"))).isFalse();
    assertThat(isAccepted(TestImages.hex("ffd8ffdaffffffd9"))).isFalse();
  }

  @Test
  void aJpegWithOtherDataInPlaceOfAMarkerIsRefused() {
    byte[] jpeg = TestImages.jpeg();

    assertThat(isAccepted(with(jpeg, 20, 0x00))).isFalse();
  }

  @Test
  void aPngWithAChunkOfFourGibibytesIsRefused() {
    byte[] png = TestImages.png();
    Arrays.fill(png, 8, 12, (byte) 0xFF);

    assertThat(isAccepted(png)).isFalse();
  }

  @Test
  void aPngMayHaveUnknownChunks() {
    byte[] png = TestImages.png();
    byte[] chunk = {0, 0, 0, 2, 'q', 'q', 'Q', 'q', 'I', 'E', 0, 0, 0, 0};

    assertThat(isAccepted(insert(png, 33, chunk))).isTrue();
  }

  @Test
  void aGifMayHaveCommentsAndLocalColorTables() {
    byte[] comment = {0x21, (byte) 0xFE, 3, 'a', ';', ',', 1, '!', 0};
    byte[] image = {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, (byte) 0x80, 9, 9, 9, 8, 8, 8, 2, 2, 0x4C, 1, 0};
    byte[] header = "GIF87a\1\0\1\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(isAccepted(TestImages.joined(header, comment, image, comment, new byte[] {0x3B})))
        .isTrue();
  }

  @Test
  void aGifWithAnUnknownBlockIsRefused() {
    byte[] gif = "GIF89a\1\0\1\0\0\0\0x;".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(isAccepted(gif)).isFalse();
  }

  @Test
  void aBitmapMayHaveAFileSizeOfZero() {
    byte[] bmp = TestImages.bmp();
    Arrays.fill(bmp, 2, 6, (byte) 0);

    assertThat(isAccepted(bmp)).isTrue();
  }

  @Test
  void aBitmapWithPixelsBeyondItsEndIsRefused() {
    byte[] bmp = TestImages.bmp();
    Arrays.fill(bmp, 10, 14, (byte) 0xFF);

    assertThat(isAccepted(bmp)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "12, true",
    "16, true",
    "40, true",
    "52, true",
    "56, true",
    "64, true",
    "108, true",
    "124, true",
    "0, false",
    "39, false",
    "255, false"
  })
  void aBitmapIsRecognizedByTheSizeOfItsHeader(int size, boolean known) {
    byte[] bmp = TestImages.bmp();
    bmp[14] = (byte) size;

    assertThat(ImageFormat.of(bmp).isPresent()).isEqualTo(known);
  }

  @Test
  void aWebpThatIsShorterThanItsSizeIsRefused() {
    byte[] webp = TestImages.webp();
    Arrays.fill(webp, 4, 8, (byte) 0xFF);

    assertThat(isAccepted(webp)).isFalse();
  }

  @Test
  void aWebpWithoutAChunkIsRefused() {
    assertThat(isAccepted(TestImages.hex("52494646 00000000 57454250"))).isFalse();
    assertThat(isAccepted(TestImages.hex("52494646 04000000 57454250"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void eachFormatIsRecognizedByItsFirstEighteenBytes(ImageFormat format) {
    for (Map.Entry<String, byte[]> image : TestImages.all().entrySet()) {
      Optional<ImageFormat> detected = ImageFormat.of(Arrays.copyOf(image.getValue(), 18));

      assertThat(detected.filter(format::equals).isPresent())
          .isEqualTo(image.getKey().startsWith(format.name()));
    }
  }

  @Test
  void eachFormatHasItsMediaType() {
    assertThat(ImageFormat.values())
        .extracting(ImageFormat::mediaType)
        .containsExactly("image/png", "image/jpeg", "image/bmp", "image/gif", "image/webp");
  }

  @Test
  void aJpegMayEndAfterTheHeaderOfItsScan() {
    assertThat(isAccepted(TestImages.hex("ffd8ffda0002ffd9"))).isTrue();
  }

  @Test
  void aBitmapWithPixelsAtItsEndIsRefused() {
    byte[] bmp = TestImages.bmp();
    byte[] head = TestImages.slice(bmp, 0, 54);
    head[2] = 0;
    head[3] = 0;

    assertThat(isAccepted(head)).isFalse();
  }

  @Test
  void aWebpMayConsistOfOneChunkHeader() {
    assertThat(isAccepted(TestImages.hex("524946460c000000574542505650382000000000"))).isTrue();
  }

  @Property
  void anyBytesAreEitherAnImageOrRefused(@ForAll("anyBytes") byte[] bytes) {
    isAccepted(bytes);
  }

  /** Checks only that the structure check ends, and throws only the exception of a refusal. */
  @Property
  void aDamagedImageIsEitherAcceptedOrRefused(
      @ForAll @IntRange(max = 9) int which,
      @ForAll @IntRange(min = 1, max = 8) int faults,
      @ForAll long seed) {
    Random random = new Random(seed);
    byte[] damaged = IMAGES.get(which).clone();
    for (int i = 0; i < faults; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }

    isAccepted(Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length + 20)));
  }

  @Provide
  Arbitrary<byte[]> anyBytes() {
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
    Arbitrary<byte[]> beginnings =
        Arbitraries.of(
            new byte[0],
            TestImages.hex("89504e470d0a1a0a"),
            TestImages.hex("ffd8ff"),
            TestImages.hex("424d00000000000000001a00000028000000"),
            TestImages.hex("474946383961"),
            TestImages.hex("524946460000000057454250"));
    return Combinators.combine(beginnings, bytes).as(TestImages::joined);
  }

  private static boolean isAccepted(byte[] content) {
    Throwable thrown = catchThrowable(() -> FaceImage.of(content));
    if (thrown != null) {
      assertThat(thrown)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("image ");
    }
    return thrown == null;
  }

  private static byte[] with(byte[] content, int offset, int... added) {
    byte[] bytes = new byte[added.length];
    for (int i = 0; i < added.length; i++) {
      bytes[i] = (byte) added[i];
    }
    return insert(content, offset, bytes);
  }

  private static byte[] insert(byte[] content, int offset, byte[] added) {
    return TestImages.joined(
        TestImages.slice(content, 0, offset),
        added,
        TestImages.slice(content, offset, content.length));
  }
}
