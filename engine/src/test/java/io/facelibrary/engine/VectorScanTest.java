package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorScanTest {
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");

  /** A block whose slots hold faces with one dimension; the value is the number of the slot. */
  private record NumberedBlock(int first) implements VectorBlock64<Integer> {

    @Override
    public void scan(long mask, float[] probe, NearestNeighbors<Integer> nearest) {
      for (int slot = 0; slot < SLOTS; slot++) {
        if ((mask >>> slot & 1) == 1) {
          int number = first + slot;
          float distance = (number - probe[0]) * (number - probe[0]);
          nearest.offer(number, FaceId.of("f" + number), distance);
        }
      }
    }
  }

  private static NearestNeighbors<Integer> three() {
    return new NearestNeighbors<>(
        3, Double.POSITIVE_INFINITY, Comparator.naturalOrder(), person -> true);
  }

  private static List<Integer> persons(NearestNeighbors<Integer> nearest) {
    return nearest.hits().stream().map(NearestNeighbors.Hit::person).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 129, 1000})
  void findsTheNearestInAnyNumberOfBlocks(int count) {
    List<VectorScan.MaskedBlock<Integer>> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(new VectorScan.MaskedBlock<>(new NumberedBlock(i * VectorBlock64.SLOTS), -1L));
    }
    NearestNeighbors<Integer> prototype = three();
    int last = count * VectorBlock64.SLOTS - 1;
    try (VectorScan scan = new VectorScan()) {
      assertThat(persons(scan.scan(blocks, new float[] {last + 1}, prototype)))
          .containsExactly(last, last - 1, last - 2);
      assertThat(persons(scan.scan(blocks, new float[] {0}, prototype))).containsExactly(0, 1, 2);
      assertThat(prototype.hits()).isEmpty();
    }
  }

  @Test
  void refusesToSplitASearchAfterClosing() {
    List<VectorScan.MaskedBlock<Integer>> blocks =
        Collections.nCopies(129, new VectorScan.MaskedBlock<>(new NumberedBlock(0), 1L));
    VectorScan scan = new VectorScan();
    scan.close();

    assertThatThrownBy(() -> scan.scan(blocks, new float[] {0}, three()))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void anIndexReturnsTheSlotsOfTheSearchedGroupsOnce() {
    GroupBitmapIndex<Integer> index = new GroupBitmapIndex<>();
    NumberedBlock one = new NumberedBlock(0);
    NumberedBlock two = new NumberedBlock(64);
    index.add(one, 0b0111, List.of(STAFF));
    index.add(one, 0b1100, List.of(GUESTS));
    index.add(two, 0b1, List.of(STAFF, GUESTS));

    assertThat(index.blocks(List.of(STAFF)))
        .containsExactlyInAnyOrder(
            new VectorScan.MaskedBlock<>(one, 0b0111), new VectorScan.MaskedBlock<>(two, 0b1));
    assertThat(index.blocks(List.of(STAFF, GUESTS)))
        .containsExactlyInAnyOrder(
            new VectorScan.MaskedBlock<>(one, 0b1111), new VectorScan.MaskedBlock<>(two, 0b1));
    assertThat(index.blocks(List.of())).isEmpty();
    assertThat(index.blocks(List.of(GroupId.of("empty")))).isEmpty();
  }

  @Test
  void anIndexForgetsSlotsThatLeftAGroup() {
    GroupBitmapIndex<Integer> index = new GroupBitmapIndex<>();
    NumberedBlock block = new NumberedBlock(0);
    index.add(block, 0b01, List.of(STAFF, GUESTS));
    index.add(block, 0b10, List.of(STAFF));

    index.remove(block, 0b01, List.of(STAFF, GUESTS, GroupId.of("empty")));
    assertThat(index.blocks(List.of(STAFF)))
        .containsExactly(new VectorScan.MaskedBlock<>(block, 0b10));
    assertThat(index.blocks(List.of(GUESTS))).isEmpty();

    index.remove(block, 0b10, List.of(STAFF));
    assertThat(index.blocks(List.of(STAFF))).isEmpty();
  }
}
