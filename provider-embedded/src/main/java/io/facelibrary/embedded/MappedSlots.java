package io.facelibrary.embedded;

import io.facelibrary.FaceId;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.SquaredDistance;
import io.facelibrary.engine.VectorBlock64;
import java.lang.invoke.VarHandle;

/**
 * A run of {@value VectorBlock64#SLOTS} slots of a mapped block.
 *
 * @param first the first slot in the block
 */
record MappedSlots(VectorBlock block, int first) implements VectorBlock64<Long> {

  /** With at least this many slots, one copy of all is faster than a copy of each. */
  private static final int MANY = 48;

  // A buffer per thread. Its content is not used after the scan.
  private static final ThreadLocal<float[]> BUFFERS = ThreadLocal.withInitial(() -> new float[0]);

  @Override
  public void scan(long mask, float[] probe, NearestNeighbors<Long> nearest) {
    boolean many = Long.bitCount(mask) >= MANY;
    int length = probe.length;
    float[] vectors = buffer(many ? length * SLOTS : length);
    long[] faces = new long[many ? SLOTS : 0];
    if (many) {
      for (int i = 0; i < SLOTS; i++) {
        faces[i] = block.face(first + i);
      }
      block.copyVectors(first, vectors, length * SLOTS);
    }
    long rest = mask;
    while (rest != 0) {
      int index = Long.numberOfTrailingZeros(rest);
      rest &= rest - 1;
      long before = many ? faces[index] : block.face(first + index);
      if (before == 0) {
        continue;
      }
      if (!many) {
        block.copyVectors(first + index, vectors, length);
      }
      float distance = SquaredDistance.between(vectors, many ? index * length : 0, probe);
      if (nearest.isNearEnough(distance)) {
        offer(first + index, before, distance, nearest);
      }
    }
  }

  /** Offers a face by its key, unless its slot was emptied or reused meanwhile. */
  private void offer(int slot, long before, float distance, NearestNeighbors<Long> nearest) {
    long person = block.person(slot);
    VarHandle.loadLoadFence();
    if (block.face(slot) == before) {
      nearest.offer(person, FaceId.of(Long.toString(before)), distance);
    }
  }

  private static float[] buffer(int length) {
    float[] known = BUFFERS.get();
    if (known.length >= length) {
      return known;
    }
    float[] larger = new float[length];
    BUFFERS.set(larger);
    return larger;
  }
}
