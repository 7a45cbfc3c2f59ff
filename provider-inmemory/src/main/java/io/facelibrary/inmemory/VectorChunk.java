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
 * <p>Searches take no lock. A slot is emptied by removing its id first, and filled by setting its
 * id last. Each face has its own id object. A search that reads the same id object before and after
 * the embedding therefore knows that the embedding belongs to that face.
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

  // The allocator calls the methods that change a chunk, one at a time.

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

  /** Empties the slot of a face and overwrites the embedding in memory. */
  void remove(FaceId face) {
    int slot = slotOf(face);
    FACE.setRelease(faces, slot, null);
    VarHandle.fullFence();
    Arrays.fill(values, slot * dimensions, (slot + 1) * dimensions, 0);
    persons[slot] = null;
    used &= ~(1L << slot);
  }

  /** The bit of the face's slot, for group bitmaps. */
  long maskOf(FaceId face) {
    return 1L << slotOf(face);
  }

  /** Returns the embedding of a face. The person must be locked. */
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
    throw new IllegalStateException("the face is not in this chunk");
  }

  @Override
  public void scan(long mask, float[] probe, NearestNeighbors<StoredPerson> nearest) {
    long rest = mask;
    while (rest != 0) {
      int slot = Long.numberOfTrailingZeros(rest);
      rest &= rest - 1;
      FaceId before = (FaceId) FACE.getAcquire(faces, slot);
      float distance = SquaredDistance.between(values, slot * dimensions, probe);
      if (before != null && nearest.isNearEnough(distance)) {
        StoredPerson person = persons[slot];
        VarHandle.loadLoadFence();
        if (FACE.getAcquire(faces, slot) == before && person != null) {
          nearest.offer(person, before, distance);
        }
      }
    }
  }
}
