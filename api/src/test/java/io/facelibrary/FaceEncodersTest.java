package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.OneNumberEncoder;
import java.util.Map;
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
  void anEncoderIsOpenedWithItsSettings() {
    OneNumberEncoder encoder =
        (OneNumberEncoder) FaceEncoders.open("one-number", Map.of("manifest", "m"));

    assertThat(encoder.manifest).contains("m");
  }

  @Test
  void anUnknownSettingOfAnEncoderIsRefused() {
    assertRefused(
        "manifst",
        "is not a setting of the encoder one-number (did you mean manifest?); its settings are"
            + " [license, license-file, manifest]",
        () -> FaceEncoders.open("one-number", Map.of("manifst", MARKER)));
  }

  @Test
  void aLibraryHandsOnTheSettingsOfItsEncoder() {
    ProviderSettings settings =
        ProviderSettings.of(Map.of("encoder", " one-number ", "encoder.manifest", "m"));

    assertThat(FaceEncoders.open(settings).map(it -> ((OneNumberEncoder) it).manifest.orElse("")))
        .contains("m");
    assertThat(FaceEncoders.open(ProviderSettings.of(Map.of()))).isEmpty();
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
