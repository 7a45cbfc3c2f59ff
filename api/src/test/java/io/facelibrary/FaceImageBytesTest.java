package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.TestImages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link FaceImage.Bytes}. */
class FaceImageBytesTest {

  static Stream<Arguments> images() {
    return TestImages.all().entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void areAcceptedInEachFormat(String name, byte[] content) {
    FaceImage.Bytes image = FaceImage.of(content);

    assertThat(name).startsWith(image.format().name());
    assertThat(image.size()).isEqualTo(content.length);
    assertThat(image.bytes()).isEqualTo(content);
    assertThat(image.open()).hasBinaryContent(content);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void areRefusedIfTruncatedAnywhere(String name, byte[] content) {
    for (int length = 0; length < content.length; length++) {
      byte[] cut = Arrays.copyOf(content, length);

      assertThatThrownBy(() -> FaceImage.of(cut), "%s cut at %d", name, length)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("image ");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void areAcceptedWithTrailingDataAndKeepIt(String name, byte[] content) {
    byte[] longer = TestImages.joined(content, "appendix".getBytes(StandardCharsets.US_ASCII));

    assertThat(FaceImage.of(longer).bytes()).as(name).isEqualTo(longer);
  }

  @Test
  void areReadableByImageIo() throws IOException {
    for (byte[] content :
        new byte[][] {
          TestImages.png(),
          TestImages.interlacedPng(),
          TestImages.jpeg(),
          TestImages.progressiveJpeg(),
          TestImages.jpegWithThumbnail(),
          TestImages.bmp(),
          TestImages.gif(),
          TestImages.animatedGif()
        }) {
      assertThat(ImageIO.read(new ByteArrayInputStream(content)).getWidth()).isEqualTo(13);
    }
    assertThat(TestImages.interlacedPng()).isNotEqualTo(TestImages.png());
    assertThat(TestImages.progressiveJpeg()).isNotEqualTo(TestImages.jpeg());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BM",
        "BMW is a maker of cars, and this is text that begins with its first letters.",
        "GIF8",
        "GIF88a, which no program ever wrote",
        "RIFF....WAVEfmt ",
        "RIFF....WEB",
        "%PDF-1.7",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "x"
      })
  void areRefusedInAnUnknownFormat(String text) {
    assertRefused(
        "image",
        "must be one of [PNG, JPEG, BMP, GIF, WEBP]",
        () -> FaceImage.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void areRefusedIfEmpty() {
    assertRefused("image", "must not be empty", () -> FaceImage.of(new byte[0]));
  }

  @Test
  void areRefusedIfNull() {
    assertRefused("image", "must not be null", () -> FaceImage.of(null));
    assertRefused("file", "must not be null", () -> FaceImage.read((Path) null));
    assertRefused("content", "must not be null", () -> FaceImage.read((InputStream) null));
  }

  @Test
  void haveAtMost64Mebibytes(@TempDir Path folder) throws IOException {
    byte[] largest = Arrays.copyOf(TestImages.png(), FaceImage.MAX_BYTES);
    Path file = folder.resolve("large.png");
    Files.write(file, largest);

    assertThat(FaceImage.read(file).size()).isEqualTo(64 * 1024 * 1024);

    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(0);
    }
    String rule = "must have at most 67108864 bytes";
    assertRefused("file large.png", rule, () -> FaceImage.read(file));
    // The stream would fail if more than the first excess byte were read.
    try (InputStream in = new SequenceInputStream(Files.newInputStream(file), failing())) {
      assertRefused("image", rule, () -> FaceImage.read(in));
    }
    byte[] larger = Arrays.copyOf(largest, largest.length + 1);
    assertRefused("image", rule, () -> FaceImage.of(larger));
  }

  @Test
  void areReadFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("image without extension"), TestImages.gif());

    assertThat(FaceImage.read(file)).isEqualTo(FaceImage.of(TestImages.gif()));
    assertThatThrownBy(() -> FaceImage.read(folder.resolve("none.png")))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> FaceImage.read(folder)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void nameTheUnsuitableFileWithoutItsFolder(@TempDir Path folder) throws IOException {
    Path person = Files.createDirectory(folder.resolve(MARKER));
    Path empty = Files.createFile(person.resolve("empty.png"));
    Path text = Files.writeString(person.resolve("notes.txt"), MARKER);

    assertRefused("file empty.png", "must not be empty", () -> FaceImage.read(empty));
    assertRefused("file notes.txt", "must be one of", () -> FaceImage.read(text));
  }

  @Test
  void areReadFromAStreamThatStaysOpen() {
    AtomicBoolean isClosed = new AtomicBoolean();
    InputStream stream =
        new ByteArrayInputStream(TestImages.gif()) {
          @Override
          public void close() {
            isClosed.set(true);
          }
        };

    assertThat(FaceImage.read(stream)).isEqualTo(FaceImage.of(TestImages.gif()));
    assertThat(isClosed).isFalse();
    assertRefused("image", "must not be empty", () -> FaceImage.read(stream));
  }

  @Test
  void areNotReadFromAStreamThatFails() {
    assertThatThrownBy(() -> FaceImage.read(failing()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("reset");
  }

  private static InputStream failing() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("reset");
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        throw new IOException("reset");
      }
    };
  }

  @Test
  void areCopiesOfTheGivenContent() {
    byte[] content = TestImages.png();
    FaceImage.Bytes image = FaceImage.of(content);

    Arrays.fill(content, (byte) 0);

    assertThat(image.bytes()).isEqualTo(TestImages.png());
  }

  @Test
  void areReturnedAsCopies() {
    FaceImage.Bytes image = FaceImage.of(TestImages.png());

    Arrays.fill(image.bytes(), (byte) 0);

    assertThat(image.bytes()).isEqualTo(TestImages.png());
  }

  @Test
  void areNotChangedByAnOutputStream() throws IOException {
    FaceImage.Bytes image = FaceImage.of(TestImages.png());
    OutputStream scribbler =
        new OutputStream() {
          @Override
          public void write(int one) {}

          @Override
          public void write(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, (byte) 0);
          }
        };

    image.open().transferTo(scribbler);

    assertThat(image.bytes()).isEqualTo(TestImages.png());
  }

  @Test
  void areEqualIfTheirBytesAreEqual() {
    FaceImage.Bytes image = FaceImage.of(TestImages.png());

    assertThat(image)
        .isEqualTo(FaceImage.of(TestImages.png()))
        .hasSameHashCodeAs(FaceImage.of(TestImages.png()))
        .isNotEqualTo(FaceImage.of(TestImages.interlacedPng()))
        .isNotEqualTo(FaceImage.at("https://example.com/a.png"))
        .isNotEqualTo(null);
  }

  @Test
  void haveTheSha256OfTheirBytes() {
    FaceImage.Bytes image = FaceImage.of(TestImages.webp());

    // Computed by sha256sum of coreutils.
    assertThat(image.sha256())
        .isEqualTo("86be52bdb7547413cafb3ed175a806a798c65de98b40849e0b974c47d187de65")
        .isSameAs(image.sha256());
  }

  @Test
  void areShownByFormatAndSizeOnly() {
    assertThat(FaceImage.of(TestImages.webp())).hasToString("FaceImage[WEBP, 34 bytes]");
  }
}
