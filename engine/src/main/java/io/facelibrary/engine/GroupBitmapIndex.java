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
 * Which slots hold the faces of which group, so that a search costs what its groups hold. May be
 * changed and read by threads at once; two changes of one face come one after the other.
 *
 * @param <P> by what a state knows a person
 */
public final class GroupBitmapIndex<P> {
  private final Map<GroupId, ConcurrentHashMap<VectorBlock64<P>, Long>> groups =
      new ConcurrentHashMap<>();

  /** Starts with nobody in any group. */
  public GroupBitmapIndex() {}

  /**
   * Lets searches in groups find the faces in some slots.
   *
   * @param bits a bit for each slot
   */
  public void enter(VectorBlock64<P> slots, long bits, Collection<GroupId> entered) {
    for (GroupId group : entered) {
      groups.compute(
          group,
          (id, known) -> {
            ConcurrentHashMap<VectorBlock64<P>, Long> held =
                known == null ? new ConcurrentHashMap<>() : known;
            held.merge(slots, bits, (old, added) -> old | added);
            return held;
          });
    }
  }

  /**
   * Lets searches in groups no longer find the faces in some slots.
   *
   * @param bits a bit for each slot
   */
  public void leave(VectorBlock64<P> slots, long bits, Collection<GroupId> left) {
    for (GroupId group : left) {
      groups.computeIfPresent(
          group,
          (id, held) -> {
            held.computeIfPresent(slots, (key, known) -> without(known, bits));
            return held.isEmpty() ? null : held;
          });
    }
  }

  private static @Nullable Long without(long known, long bits) {
    long left = known & ~bits;
    return left == 0 ? null : left;
  }

  /** What a search in groups has to look at: slots that several groups share come once. */
  public List<VectorScan.Part<P>> parts(List<GroupId> asked) {
    List<VectorScan.Part<P>> parts = new ArrayList<>();
    Map<VectorBlock64<P>, Long> shared = new HashMap<>();
    for (GroupId group : asked) {
      Map<VectorBlock64<P>, Long> held = groups.getOrDefault(group, new ConcurrentHashMap<>(0));
      if (asked.size() == 1) {
        held.forEach((slots, bits) -> parts.add(new VectorScan.Part<>(slots, bits)));
      } else {
        held.forEach((slots, bits) -> shared.merge(slots, bits, (a, b) -> a | b));
      }
    }
    shared.forEach((slots, bits) -> parts.add(new VectorScan.Part<>(slots, bits)));
    return parts;
  }
}
