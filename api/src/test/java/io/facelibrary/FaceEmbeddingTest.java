package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceEmbeddingTest {
  @Test
  void copiesItsValuesInBothDirections() {
    float[] values = {1, 2};
    FaceEmbedding embedding = FaceEmbedding.of(values);

    values[0] = 9;
    embedding.toArray()[1] = 9;

    assertThat(embedding.toArray()).containsExactly(1, 2);
    assertThat(embedding.dimensions()).isEqualTo(2);
  }

  @Test
  void isCopiedIntoALargerArray() {
    float[] many = new float[5];

    FaceEmbedding.of(new float[] {1, 2}).copyTo(many, 2);

    assertThat(many).containsExactly(0, 0, 1, 2, 0);
  }

  @Test
  void equalsAnEmbeddingWithTheSameValues() {
    FaceEmbedding embedding = FaceEmbedding.of(new float[] {1, 2});

    assertThat(embedding)
        .isEqualTo(FaceEmbedding.of(new float[] {1, 2}))
        .hasSameHashCodeAs(FaceEmbedding.of(new float[] {1, 2}))
        .isNotEqualTo(FaceEmbedding.of(new float[] {1, 3}))
        .isNotEqualTo("text");
    assertThat(embedding.hashCode()).isNotEqualTo(FaceEmbedding.of(new float[] {1, 3}).hashCode());
  }

  @Test
  void theDistanceToAnotherEmbeddingIsEuclidean() {
    FaceEmbedding origin = FaceEmbedding.of(new float[] {1, 1, 1});
    FaceEmbedding moved = FaceEmbedding.of(new float[] {4, 1, 5});

    assertThat(origin.distanceTo(moved)).isEqualTo(5);
    assertThat(moved.distanceTo(origin)).isEqualTo(5);
    assertThat(moved.distanceTo(moved)).isZero();
  }

  @Test
  void hasNoDistanceToAnEmbeddingOfAnotherLength() {
    FaceEmbedding embedding = FaceEmbedding.of(new float[3]);

    assertThatThrownBy(() -> embedding.distanceTo(FaceEmbedding.of(new float[2])))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("other must have 3 values and has 2");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesValuesThatAreNotFinite(float value) {
    assertThatThrownBy(() -> FaceEmbedding.of(new float[] {1, value}))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("values")
        .hasMessageContaining("finite");
  }

  @Test
  void refusesAnEmptyArray() {
    assertThatThrownBy(() -> FaceEmbedding.of(new float[0]))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must not be empty");
  }

  @Test
  void showsNoneOfItsValues() {
    assertThat(FaceEmbedding.of(new float[] {0.125f, 2})).hasToString("FaceEmbedding[2 values]");
  }
}
