package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.recognition.internal.ModelWeights;
import org.junit.jupiter.api.Test;

class ModelWeightsTest {
  @Test
  void theNetworksTakeEveryTensor() {
    assertThatCode(() -> new BlazeFace(ModelWeights.detector())).doesNotThrowAnyException();
    assertThatCode(() -> new ResNet(ModelWeights.encoder())).doesNotThrowAnyException();
  }

  @Test
  void dequantizesBytesByScaleAndMinimum() {
    float[] values = ModelWeights.encoder().take("conv32_down/conv/filters", 7, 7, 3, 32);

    assertThat(values).hasSize(4704);
    for (float value : values) {
      assertThat(value).isBetween(-0.071019f, -0.071018f + 255 * 0.00052607f);
    }
  }

  @Test
  void rejectsATensorOfAnotherShape() {
    ModelWeights weights = ModelWeights.detector();

    assertThatThrownBy(() -> weights.take("unknown", 5, 5, 3, 32))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no tensor unknown of the shape [5, 5, 3, 32]");
  }

  @Test
  void returnsATensorOnce() {
    ModelWeights weights = ModelWeights.detector();
    weights.take("unknown_0", 24);

    assertThatThrownBy(() -> weights.take("unknown_0", 24))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void reportsATensorThatWasNotTaken() {
    ModelWeights weights = ModelWeights.detector();

    assertThatThrownBy(weights::requireAllTaken)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unknown_0");
  }
}
