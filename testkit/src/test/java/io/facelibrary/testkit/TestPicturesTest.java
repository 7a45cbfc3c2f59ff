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

class TestPicturesTest {
  private static int firstPixel(FaceImage.Bytes picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.open());
    assertThat(image.getWidth()).isEqualTo(32);
    assertThat(image.getHeight()).isEqualTo(32);
    return image.getRGB(0, 0) & 0xFFFFFF;
  }

  @Test
  void areDecodedByTheJdk() throws IOException {
    assertThat(TestPictures.of(0x123456_0000000000L).format()).isEqualTo(ImageFormat.PNG);
    assertThat(firstPixel(TestPictures.of(0x123456_0000000000L))).isEqualTo(0x123456);
  }

  @Test
  void areTheSameForTheSameSeedAndDifferForOthers() {
    Set<FaceImage> pictures = new HashSet<>();
    for (long seed = -500; seed < 500; seed++) {
      pictures.add(TestPictures.of(seed));
    }

    assertThat(pictures).hasSize(1000).contains(TestPictures.of(42));
    assertThat(TestPictures.random()).isNotEqualTo(TestPictures.random());
  }

  @Test
  void areSmall() {
    assertThat(TestPictures.random().size()).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 4096, 1 << 20})
  void haveTheSizeAskedForAndAreDecodedAllTheSame(int bytes) throws IOException {
    FaceImage.Bytes picture = TestPictures.ofSize(bytes);

    assertThat(picture.size()).isEqualTo(bytes);
    assertThat(firstPixel(picture)).isBetween(0, 0xFFFFFF);
  }

  @Test
  void cannotBeSmallerThanAPictureIs() {
    assertThatIllegalArgumentException().isThrownBy(() -> TestPictures.ofSize(100));
  }
}
