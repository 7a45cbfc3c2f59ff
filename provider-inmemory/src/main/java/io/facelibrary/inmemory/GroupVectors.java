package io.facelibrary.inmemory;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Which slots of which chunks belong to one group. */
final class GroupVectors {
  private final ConcurrentHashMap<VectorChunk, Long> slots = new ConcurrentHashMap<>();

  void add(VectorChunk chunk, long bit) {
    slots.merge(chunk, bit, (known, added) -> known | added);
  }

  void remove(VectorChunk chunk, long bit) {
    slots.computeIfPresent(chunk, (key, known) -> without(known, bit));
  }

  private static @Nullable Long without(long known, long bit) {
    long left = known & ~bit;
    return left == 0 ? null : left;
  }

  boolean isEmpty() {
    return slots.isEmpty();
  }

  /** Tells of the slots of each chunk. */
  void forEach(ObjLongConsumer<VectorChunk> each) {
    slots.forEach((chunk, bits) -> each.accept(chunk, bits));
  }
}
