package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.facelibrary.FaceImage;
import io.facelibrary.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestImagesTest {
  private static int firstPixel(FaceImage.Bytes image) throws IOException {
    BufferedImage decoded = ImageIO.read(image.open());
    assertThat(decoded.getWidth()).isEqualTo(32);
    assertThat(decoded.getHeight()).isEqualTo(32);
    return decoded.getRGB(0, 0) & 0xFFFFFF;
  }

  @Test
  void areDecodedByTheJdk() throws IOException {
    assertThat(TestImages.of(0x123456_0000000000L).format()).isEqualTo(ImageFormat.PNG);
    assertThat(firstPixel(TestImages.of(0x123456_0000000000L))).isEqualTo(0x123456);
  }

  @Test
  void areEqualForEqualSeedsAndDifferentForOthers() {
    Set<FaceImage> images = new HashSet<>();
    for (long seed = -500; seed < 500; seed++) {
      images.add(TestImages.of(seed));
    }

    assertThat(images).hasSize(1000).contains(TestImages.of(42));
    assertThat(TestImages.random()).isNotEqualTo(TestImages.random());
  }

  @Test
  void areSmall() {
    assertThat(TestImages.random().size()).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 4096, 1 << 20})
  void haveTheRequestedSizeAndAreDecoded(int bytes) throws IOException {
    FaceImage.Bytes image = TestImages.ofSize(bytes);

    assertThat(image.size()).isEqualTo(bytes);
    assertThat(firstPixel(image)).isBetween(0, 0xFFFFFF);
  }

  @Test
  void refuseASizeThatIsTooSmall() {
    assertThatIllegalArgumentException().isThrownBy(() -> TestImages.ofSize(100));
  }
}
