package io.facelibrary.embedded;

import io.facelibrary.FaceId;
import io.facelibrary.engine.Nearest;
import io.facelibrary.engine.SquaredDistance;
import io.facelibrary.engine.VectorSlots;
import java.lang.invoke.VarHandle;

/**
 * Slots beside each other in the mapped vectors.
 *
 * @param first the first of them in the block
 */
record MappedSlots(VectorBlock block, int first) implements VectorSlots<Long> {

  @Override
  public void scan(long slots, float[] probe, Nearest<Long> nearest) {
    float[] values = new float[probe.length];
    long left = slots;
    while (left != 0) {
      int slot = first + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      long before = block.face(slot);
      if (before == 0) {
        continue;
      }
      block.copyVector(slot, values);
      float distance = SquaredDistance.between(values, 0, probe);
      if (nearest.wants(distance)) {
        long person = block.person(slot);
        VarHandle.loadLoadFence();
        if (block.face(slot) == before) {
          nearest.offer(person, FaceId.of(Long.toString(before)), distance);
        }
      }
    }
  }
}
