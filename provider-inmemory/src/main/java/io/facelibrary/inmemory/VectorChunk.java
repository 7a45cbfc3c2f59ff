package io.facelibrary.inmemory;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.SquaredDistance;
import io.facelibrary.engine.VectorBlock64;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The embeddings of up to {@value #SLOTS} faces, one after the other in one array.
 *
 * <p>Searches take no lock. The id of a face is an object of its own, so whoever reads the same one
 * before and after the numbers knows that the numbers between were that face's: a slot is emptied
 * by its id first, and filled by its id last.
 */
final class VectorChunk implements VectorBlock64<StoredPerson> {
  private static final VarHandle FACE = MethodHandles.arrayElementVarHandle(FaceId[].class);

  private final int dimensions;
  private final float[] values;
  private final @Nullable FaceId[] faces = new FaceId[SLOTS];
  private final @Nullable StoredPerson[] persons = new StoredPerson[SLOTS];
  private long used;

  VectorChunk(int dimensions) {
    this.dimensions = dimensions;
    values = new float[SLOTS * dimensions];
  }

  // The methods that change a chunk are called by its pool, one at a time.

  boolean isFull() {
    return used == -1;
  }

  boolean isEmpty() {
    return used == 0;
  }

  void put(StoredPerson person, FaceId face, FaceEmbedding embedding) {
    int slot = Long.numberOfTrailingZeros(~used);
    used |= 1L << slot;
    embedding.copyTo(values, slot * dimensions);
    persons[slot] = person;
    FACE.setRelease(faces, slot, face);
  }

  /** Empties a slot, and leaves nothing of the face in memory. */
  void remove(FaceId face) {
    int slot = slotOf(face);
    FACE.setRelease(faces, slot, null);
    VarHandle.fullFence();
    Arrays.fill(values, slot * dimensions, (slot + 1) * dimensions, 0);
    persons[slot] = null;
    used &= ~(1L << slot);
  }

  /** The bit of a face, by which groups know it. */
  long bitOf(FaceId face) {
    return 1L << slotOf(face);
  }

  /** The numbers of a face whose person is held. */
  FaceEmbedding embedding(FaceId face) {
    int at = slotOf(face) * dimensions;
    return FaceEmbedding.of(Arrays.copyOfRange(values, at, at + dimensions));
  }

  private int slotOf(FaceId face) {
    for (int i = 0; i < SLOTS; i++) {
      if (face.equals(FACE.getAcquire(faces, i))) {
        return i;
      }
    }
    throw new IllegalStateException("the face is in another chunk");
  }

  /** Hands over the faces of some slots that are nearer than the nearest so far. */
  @Override
  public void scan(long slots, float[] probe, NearestNeighbors<StoredPerson> nearest) {
    long left = slots;
    while (left != 0) {
      int slot = Long.numberOfTrailingZeros(left);
      left &= left - 1;
      FaceId before = (FaceId) FACE.getAcquire(faces, slot);
      float distance = SquaredDistance.between(values, slot * dimensions, probe);
      if (before != null && nearest.wants(distance)) {
        StoredPerson person = persons[slot];
        VarHandle.loadLoadFence();
        if (FACE.getAcquire(faces, slot) == before && person != null) {
          nearest.offer(person, before, distance);
        }
      }
    }
  }
}
