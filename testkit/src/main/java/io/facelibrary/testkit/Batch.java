package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Large batches. Small batches do not reveal a wrong order, or a library that drops items after the
 * tenth.
 */
final class Batch {
  /** Items of a batch, unless a declared limit is smaller. */
  static final int SIZE = 25;

  private Batch() {}

  /**
   * Returns {@link #SIZE} ids. The given ids keep their order, and are spread from the first place
   * to the last. The ids between them, in descending order, belong to no face of the person.
   *
   * <p>With a small limit of faces, a large request thus still ends with a present face.
   */
  static List<FaceId> spread(List<FaceId> present) {
    List<FaceId> absent =
        new ArrayList<>(
            IntStream.rangeClosed(1, 2 * SIZE)
                .mapToObj(number -> FaceId.of(Integer.toString(number)))
                .filter(id -> !present.contains(id))
                .limit(SIZE - present.size())
                .toList());
    Collections.reverse(absent);
    List<FaceId> batch = new ArrayList<>();
    int placed = 0;
    for (int place = 0; place < SIZE; place++) {
      boolean due = placed < present.size() && place >= placeOf(placed, present.size());
      batch.add(due ? present.get(placed++) : absent.get(place - placed));
    }
    return batch;
  }

  /**
   * Returns the place of an item. The first item has the first place, and the last item the last
   * place.
   */
  private static int placeOf(int item, int items) {
    return items == 1 ? SIZE - 1 : item * (SIZE - 1) / (items - 1);
  }

  /** Returns a copy in reverse order. */
  static <T> List<T> reversed(List<T> items) {
    List<T> copy = new ArrayList<>(items);
    Collections.reverse(copy);
    return copy;
  }
}
