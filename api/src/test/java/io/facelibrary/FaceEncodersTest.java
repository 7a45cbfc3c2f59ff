package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaceEncodersTest {

  @Test
  void anEncoderIsOpenedByTheNameOfItsProvider() {
    try (FaceEncoder encoder = FaceEncoders.open("one-number")) {
      assertThat(encoder.model()).isEqualTo(EncoderModel.of("one number", 1));
    }
    assertThat(FaceEncoders.names()).containsExactly("one-number");
  }

  @Test
  void anUnknownNameListsTheInstalledOnes() {
    assertThatThrownBy(() -> FaceEncoders.open("no-such"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("encoder must be one of [one-number]");
  }

  @Test
  void theArtifactToAddIsNamedIfThereIsNoEncoder() {
    ClassLoader empty = ClassLoader.getPlatformClassLoader();

    assertThatThrownBy(() -> InstalledProviders.ofEncoders(empty).named("recognition"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("encoder cannot be found")
        .hasMessageContaining("io.facelibrary:facelibrary-recognition");
  }
}
