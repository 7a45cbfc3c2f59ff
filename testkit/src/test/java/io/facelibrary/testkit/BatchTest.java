package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static List<FaceId> faces(int count) {
    return IntStream.range(0, count).mapToObj(i -> FaceId.of("face-" + i)).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8, 24, 25})
  void spreadsFacesInTheirOrderOverABatch(int count) {
    List<FaceId> batch = Batch.spread(faces(count));

    assertThat(batch).hasSize(Batch.SIZE).doesNotHaveDuplicates();
    assertThat(batch.stream().filter(faces(count)::contains)).isEqualTo(faces(count));
  }

  @Test
  void placesFacesFirstAndLast() {
    List<FaceId> batch = Batch.spread(faces(2));

    assertThat(batch.get(0)).isEqualTo(faces(2).get(0));
    assertThat(batch.get(Batch.SIZE - 1)).isEqualTo(faces(2).get(1));
  }

  @Test
  void fillsUpWithIdsThatThePersonDoesNotHave() {
    List<FaceId> present = List.of(FaceId.of("3"), FaceId.of("4"));

    assertThat(Batch.spread(present)).containsOnlyOnceElementsOf(present);
  }
}
