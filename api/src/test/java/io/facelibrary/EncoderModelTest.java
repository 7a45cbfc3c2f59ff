package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderModelTest {
  private static final EncoderModel MODEL = EncoderModel.of("net/1", 128);
  private static final SimilarityScale SCALE = SimilarityScale.measured(1e-4, "a set of images");

  @Test
  void aModelIsTheSameWithAndWithoutItsScale() {
    EncoderModel stored = EncoderModel.of("net/1", 128);

    assertThat(MODEL.withScale(SCALE).isSameAs(stored)).isTrue();
    assertThat(stored.isSameAs(MODEL.withScale(SCALE))).isTrue();
    assertThat(stored.isSameAs(EncoderModel.of("net/2", 128))).isFalse();
    assertThat(stored.isSameAs(EncoderModel.of("net/1", 64))).isFalse();
  }

  @Test
  void equalsAModelWithTheSameFields() {
    assertThat(MODEL.withScale(SCALE))
        .isEqualTo(EncoderModel.of("net/1", 128).withScale(SCALE))
        .hasSameHashCodeAs(EncoderModel.of("net/1", 128).withScale(SCALE))
        .isNotEqualTo(MODEL)
        .isNotEqualTo(EncoderModel.of("net/2", 128).withScale(SCALE))
        .isNotEqualTo("text");
    assertThat(MODEL.hashCode()).isNotEqualTo(EncoderModel.of("net/1", 64).hashCode());
  }

  @Test
  void hasAScaleOnlyIfItIsKnown() {
    assertThat(MODEL.scale()).isEmpty();
    assertThat(MODEL.withScale(SCALE).scale()).contains(SCALE);
    assertThat(MODEL.withScale(SCALE)).hasToString("EncoderModel[net/1, 128 dimensions]");
  }

  @Test
  void hasAtLeastOneDimension() {
    assertThatThrownBy(() -> EncoderModel.of("none", 0))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("dimensions must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void refusesABlankName(String name) {
    assertThatThrownBy(() -> EncoderModel.of(name, 1))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("name must not be blank");
  }
}
