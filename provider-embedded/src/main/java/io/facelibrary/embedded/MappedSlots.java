package io.facelibrary.embedded;

import io.facelibrary.FaceId;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.SquaredDistance;
import io.facelibrary.engine.VectorBlock64;
import java.lang.invoke.VarHandle;

/**
 * Slots beside each other in the mapped vectors.
 *
 * @param first the first of them in the block
 */
record MappedSlots(VectorBlock block, int first) implements VectorBlock64<Long> {

  /** With as many, one copy of all is quicker than a copy of each. */
  private static final int MANY = 48;

  // One thread searches at a time in each; what is in it is of no meaning afterwards.
  private static final ThreadLocal<float[]> COPIES = ThreadLocal.withInitial(() -> new float[0]);

  @Override
  public void scan(long slots, float[] probe, NearestNeighbors<Long> nearest) {
    boolean many = Long.bitCount(slots) >= MANY;
    int length = probe.length;
    float[] copies = copies(many ? length * SLOTS : length);
    long[] faces = new long[many ? SLOTS : 0];
    if (many) {
      for (int i = 0; i < SLOTS; i++) {
        faces[i] = block.face(first + i);
      }
      block.copyVectors(first, copies, length * SLOTS);
    }
    long left = slots;
    while (left != 0) {
      int place = Long.numberOfTrailingZeros(left);
      left &= left - 1;
      long before = many ? faces[place] : block.face(first + place);
      if (before == 0) {
        continue;
      }
      if (!many) {
        block.copyVectors(first + place, copies, length);
      }
      float distance = SquaredDistance.between(copies, many ? place * length : 0, probe);
      if (nearest.wants(distance)) {
        offer(first + place, before, distance, nearest);
      }
    }
  }

  /** Offers a face, unless its slot has meanwhile been emptied or given to another. */
  private void offer(int slot, long before, float distance, NearestNeighbors<Long> nearest) {
    long person = block.person(slot);
    VarHandle.loadLoadFence();
    if (block.face(slot) == before) {
      nearest.offer(person, FaceId.of(Long.toString(before)), distance);
    }
  }

  private static float[] copies(int length) {
    float[] known = COPIES.get();
    if (known.length >= length) {
      return known;
    }
    float[] larger = new float[length];
    COPIES.set(larger);
    return larger;
  }
}
