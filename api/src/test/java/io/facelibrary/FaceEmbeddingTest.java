package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceEmbeddingTest {
  private static final Box BOX = new Box(1, 2, 3, 4);

  @Test
  void copiesItsValuesInBothDirections() {
    float[] values = {1, 2};
    FaceEmbedding embedding = FaceEmbedding.of(BOX, values);

    values[0] = 9;
    embedding.toArray()[1] = 9;

    assertThat(embedding.toArray()).containsExactly(1, 2);
    assertThat(embedding.dimensions()).isEqualTo(2);
  }

  @Test
  void isCopiedIntoALargerArray() {
    float[] many = new float[5];

    FaceEmbedding.of(BOX, new float[] {1, 2}).copyTo(many, 2);

    assertThat(many).containsExactly(0, 0, 1, 2, 0);
  }

  @Test
  void equalsAnEmbeddingWithTheSameBoxAndValues() {
    FaceEmbedding embedding = FaceEmbedding.of(BOX, new float[] {1, 2});

    assertThat(embedding)
        .isEqualTo(FaceEmbedding.of(BOX, new float[] {1, 2}))
        .hasSameHashCodeAs(FaceEmbedding.of(BOX, new float[] {1, 2}))
        .isNotEqualTo(FaceEmbedding.of(BOX, new float[] {1, 3}))
        .isNotEqualTo(FaceEmbedding.of(new Box(0, 0, 1, 1), new float[] {1, 2}))
        .isNotEqualTo("text");
    assertThat(embedding.hashCode())
        .isNotEqualTo(FaceEmbedding.of(BOX, new float[] {1, 3}).hashCode())
        .isNotEqualTo(FaceEmbedding.of(new float[] {1, 2}).hashCode());
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesValuesThatAreNotFinite(float value) {
    assertThatThrownBy(() -> FaceEmbedding.of(BOX, new float[] {1, value}))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("values")
        .hasMessageContaining("finite");
  }

  @Test
  void refusesAnEmptyArray() {
    assertThatThrownBy(() -> FaceEmbedding.of(BOX, new float[0]))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must not be empty");
  }

  @Test
  void mayHaveNoBox() {
    FaceEmbedding kept = FaceEmbedding.of(new float[] {1, 2});

    assertThat(kept.box()).isEmpty();
    assertThat(FaceEmbedding.of(BOX, new float[] {1, 2}).box()).contains(BOX);
    assertThat(kept).hasToString("FaceEmbedding[2 values]");
  }

  @Test
  void showsNoneOfItsValues() {
    assertThat(FaceEmbedding.of(BOX, new float[] {0.125f, 2}))
        .asString()
        .startsWith("FaceEmbedding[Box[x=1")
        .endsWith(", 2 values]")
        .doesNotContain("125");
  }

  @Test
  void aRejectionBecomesAFailureOfAnItemOrACallWithTheSameReason() {
    FaceEncoder.Rejected rejected = new FaceEncoder.Rejected("no-face", "none was found");

    ItemFailure failure = rejected.toItemFailure(3);
    FaceLibraryException exception = rejected.toException();

    assertThat(failure)
        .isEqualTo(
            ItemFailure.of(3, ErrorKind.IMAGE_REJECTED, "none was found").withReason("no-face"));
    assertThat(exception.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
    assertThat(exception.effect()).isEqualTo(Effect.NONE);
    assertThat(exception).hasMessageContaining("no-face: none was found");
  }
}
