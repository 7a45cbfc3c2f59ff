package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.InvalidRequestException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
  private static final RecognizerModel MODEL = new RecognizerModel("net", "1");

  @Test
  void distanceIsEuclidean() {
    float[] moved = new float[128];
    moved[3] = 3;
    moved[100] = 4;

    double distance = Embedding.of(MODEL, new float[128]).distanceTo(Embedding.of(MODEL, moved));

    assertThat(distance).isEqualTo(5);
  }

  @Test
  void refusesToCompareWhatAnotherModelMade() {
    Embedding one = Embedding.of(MODEL, new float[128]);
    Embedding other = Embedding.of(new RecognizerModel("net", "2"), new float[128]);

    assertThatThrownBy(() -> one.distanceTo(other))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("embedding must be of the model net/1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 127, 129})
  void refusesMoreOrFewerNumbers(int count) {
    assertThatThrownBy(() -> Embedding.of(MODEL, new float[count]))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must have 128 numbers");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void refusesNumbersThatAreNotFinite(float number) {
    float[] values = new float[128];
    values[127] = number;

    assertThatThrownBy(() -> Embedding.of(MODEL, values))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must have finite numbers");
  }

  @Test
  void nobodyCanChangeIt() {
    float[] values = new float[128];
    Embedding embedding = Embedding.of(MODEL, values);

    Arrays.fill(values, 1);
    Arrays.fill(embedding.toArray(), 1);

    assertThat(embedding.toArray()).containsOnly(0f);
  }

  @Test
  void isWrittenIntoABlock() {
    float[] values = new float[128];
    Arrays.fill(values, 2);
    float[] block = new float[300];

    Embedding.of(MODEL, values).copyTo(block, 100);

    assertThat(block[99]).isZero();
    assertThat(Arrays.copyOfRange(block, 100, 228)).containsOnly(2f);
    assertThat(block[228]).isZero();
  }

  @Test
  void isEqualToTheSameNumbersOfTheSameModel() {
    Embedding one = Embedding.of(MODEL, new float[128]);

    assertThat(one)
        .isEqualTo(Embedding.of(MODEL, new float[128]))
        .hasSameHashCodeAs(Embedding.of(MODEL, new float[128]))
        .isNotEqualTo(Embedding.of(new RecognizerModel("net", "2"), new float[128]));
  }

  @Test
  void printsNoneOfItsNumbers() {
    float[] values = new float[128];
    Arrays.fill(values, 0.73f);

    assertThat(Embedding.of(MODEL, values)).hasToString("Embedding[net/1]");
  }
}
