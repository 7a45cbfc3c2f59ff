package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedFaceTest {
  private static final FaceEmbedding EMBEDDING = FaceEmbedding.of(new float[] {0.125f, 2});
  private static final Box BOX = new Box(1, 2, 3, 4);

  @Test
  void hasAPositionAndAQualityOnlyIfTheEncoderReportsThem() {
    EncodedFace bare = EncodedFace.of(EMBEDDING);
    EncodedFace full = bare.withBox(BOX).withQuality(0.5);

    assertThat(bare.box()).isEmpty();
    assertThat(bare.quality()).isEmpty();
    assertThat(full.embedding()).isEqualTo(EMBEDDING);
    assertThat(full.box()).contains(BOX);
    assertThat(full.quality()).hasValue(0.5);
    assertThat(bare.withQuality(0.5).withBox(BOX)).isEqualTo(full);
  }

  @Test
  void equalsAFaceWithTheSameFields() {
    EncodedFace face = EncodedFace.of(EMBEDDING).withBox(BOX).withQuality(0.5);

    assertThat(face)
        .isEqualTo(EncodedFace.of(EMBEDDING).withBox(BOX).withQuality(0.5))
        .hasSameHashCodeAs(EncodedFace.of(EMBEDDING).withBox(BOX).withQuality(0.5))
        .isNotEqualTo(face.withQuality(0.6))
        .isNotEqualTo(face.withBox(new Box(0, 0, 1, 1)))
        .isNotEqualTo(
            EncodedFace.of(FaceEmbedding.of(new float[] {1})).withBox(BOX).withQuality(0.5))
        .isNotEqualTo("text");
    assertThat(face.hashCode()).isNotEqualTo(face.withQuality(0.6).hashCode());
  }

  @Test
  void showsItsPositionAndQualityAndNoValueOfItsEmbedding() {
    EncodedFace face = EncodedFace.of(EMBEDDING);

    assertThat(face).hasToString("EncodedFace[FaceEmbedding[2 values]]");
    assertThat(face.withBox(BOX).withQuality(0.5))
        .hasToString("EncodedFace[FaceEmbedding[2 values], " + BOX + ", quality 0.5]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesAQualityOutOfItsRange(double quality) {
    EncodedFace face = EncodedFace.of(EMBEDDING);

    assertThatThrownBy(() -> face.withQuality(quality))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("quality must be a number from 0 to 1");
  }
}
