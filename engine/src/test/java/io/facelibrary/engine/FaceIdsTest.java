package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FaceIdsTest {

  @RepeatedTest(50)
  void issuesConsecutiveIdsOf17DigitsThatADoubleCannotDistinguish() {
    FaceIds ids = FaceIds.startingAtRandom();

    List<Long> issued =
        Stream.generate(ids::issue).limit(4).map(id -> Long.parseLong(id.value())).toList();

    long first = issued.get(0);
    assertThat(Long.toString(first)).hasSize(17);
    assertThat(issued).containsExactly(first, first + 1, first + 2, first + 3);
    // Above 2^53 the doubles are two or more apart, so four consecutive ids map to at most three.
    assertThat(issued.stream().map(Long::doubleValue).distinct()).hasSizeLessThan(4);
  }

  @Test
  void startsEachLibraryAtAnotherId() {
    assertThat(FaceIds.startingAtRandom().issue()).isNotEqualTo(FaceIds.startingAtRandom().issue());
  }

  @Test
  void continuesAfterTheLastIdOfALibrary() {
    assertThat(FaceIds.after(41).issue()).isEqualTo(FaceId.of("42"));
  }
}
