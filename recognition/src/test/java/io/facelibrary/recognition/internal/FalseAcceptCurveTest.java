package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceDistanceTest {
  @Test
  void theDistanceIsEuclidean() {
    float[] moved = new float[128];
    moved[3] = 3;
    moved[100] = 4;

    double distance =
        FaceDistance.between(FaceEmbedding.of(new float[128]), FaceEmbedding.of(moved));

    assertThat(distance).isEqualTo(5);
  }

  @Test
  void rejectsEmbeddingsOfDifferentDimensions() {
    FaceEmbedding one = FaceEmbedding.of(new float[128]);
    FaceEmbedding other = FaceEmbedding.of(new float[127]);

    assertThatThrownBy(() -> FaceDistance.between(one, other))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("embedding must have 128 values");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 0.5833", "0.55, 0.5417", "0.6, 0.5", "1.2, 0", "3, 0"})
  void mapsTheThresholdsAsDocumented(double distance, double similarity) {
    Similarity mapped = FaceDistance.toSimilarity(distance);

    assertThat(mapped.value()).isCloseTo(similarity, within(0.0001));
  }

  @Property
  void aSmallerDistanceIsNeverLessSimilar(
      @ForAll @DoubleRange(min = 0, max = 4) double one,
      @ForAll @DoubleRange(min = 0, max = 4) double other) {
    int order =
        FaceDistance.toSimilarity(Math.min(one, other))
            .compareTo(FaceDistance.toSimilarity(Math.max(one, other)));

    assertThat(order).isNotNegative();
  }

  @Property
  void ofInvertsToSimilarity(@ForAll @DoubleRange(min = 0, max = 1.2) double distance) {
    double back = FaceDistance.of(FaceDistance.toSimilarity(distance));

    assertThat(back).isCloseTo(distance, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.NEGATIVE_INFINITY})
  void rejectsNegativeDistancesAndNaN(double distance) {
    assertThatThrownBy(() -> FaceDistance.toSimilarity(distance))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("distance must not be negative");
  }

  @Test
  void theThresholdsDecreaseWithTheNumberOfPeople() {
    assertThat(FaceDistance.LARGE_GALLERY).isLessThan(FaceDistance.SURE);
    assertThat(FaceDistance.SURE).isLessThan(FaceDistance.MAYBE);
  }
}
