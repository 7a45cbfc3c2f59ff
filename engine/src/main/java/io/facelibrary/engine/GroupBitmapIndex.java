package io.facelibrary.engine;

import io.facelibrary.GroupId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * For each group, the slots that hold faces of its members. The cost of a search therefore depends
 * on the size of the searched groups only. Thread-safe, except that two changes of the same face
 * must not overlap.
 *
 * @param <P> the store's key of a person
 */
public final class GroupBitmapIndex<P> {
  private final Map<GroupId, ConcurrentHashMap<VectorBlock64<P>, Long>> groups =
      new ConcurrentHashMap<>();

  /** Creates an empty index. */
  public GroupBitmapIndex() {}

  /**
   * Adds slots to groups, so that searches in these groups find the faces.
   *
   * @param mask one bit per slot
   */
  public void add(VectorBlock64<P> block, long mask, Collection<GroupId> joined) {
    for (GroupId group : joined) {
      groups.compute(
          group,
          (id, known) -> {
            ConcurrentHashMap<VectorBlock64<P>, Long> blocks =
                known == null ? new ConcurrentHashMap<>() : known;
            blocks.merge(block, mask, (old, added) -> old | added);
            return blocks;
          });
    }
  }

  /**
   * Removes slots from groups, so that searches in these groups no longer find the faces.
   *
   * @param mask one bit per slot
   */
  public void remove(VectorBlock64<P> block, long mask, Collection<GroupId> left) {
    for (GroupId group : left) {
      groups.computeIfPresent(
          group,
          (id, blocks) -> {
            blocks.computeIfPresent(block, (key, known) -> without(known, mask));
            return blocks.isEmpty() ? null : blocks;
          });
    }
  }

  private static @Nullable Long without(long known, long mask) {
    long rest = known & ~mask;
    return rest == 0 ? null : rest;
  }

  /** Returns the slots to scan for a search in groups. A slot in several groups appears once. */
  public List<VectorScan.MaskedBlock<P>> blocks(List<GroupId> searched) {
    List<VectorScan.MaskedBlock<P>> result = new ArrayList<>();
    Map<VectorBlock64<P>, Long> union = new HashMap<>();
    for (GroupId group : searched) {
      Map<VectorBlock64<P>, Long> blocks = groups.getOrDefault(group, new ConcurrentHashMap<>(0));
      if (searched.size() == 1) {
        blocks.forEach((block, mask) -> result.add(new VectorScan.MaskedBlock<>(block, mask)));
      } else {
        blocks.forEach((block, mask) -> union.merge(block, mask, (a, b) -> a | b));
      }
    }
    union.forEach((block, mask) -> result.add(new VectorScan.MaskedBlock<>(block, mask)));
    return result;
  }
}
