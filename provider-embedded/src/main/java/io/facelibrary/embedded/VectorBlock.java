package io.facelibrary.embedded;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.MappedByteBuffer;
import java.util.zip.CRC32C;

/**
 * A memory-mapped block of slots: all face ids, all person numbers, all checksums, then all
 * vectors. A search therefore reads memory sequentially.
 *
 * <p>One thread writes. It sets the face id of a slot after the vector is complete, and clears it
 * before the vector is zeroed. Face ids are never reused. A reader reads the face id before and
 * after the comparison. If both are equal and not 0, the vector belonged to this face.
 */
final class VectorBlock {
  static final int SLOTS = 4096;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PERSONS = SLOTS * Long.BYTES;
  private static final int CHECKSUMS = PERSONS + SLOTS * Long.BYTES;
  private static final int VECTORS = CHECKSUMS + SLOTS * Integer.BYTES;

  private final MappedByteBuffer bytes;
  private final FloatBuffer vectors;
  private final int dimensions;
  private final byte[] zeros;

  VectorBlock(MappedByteBuffer bytes, int dimensions) {
    this.bytes = bytes;
    this.dimensions = dimensions;
    this.zeros = new byte[dimensions * Float.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.vectors =
        bytes
            .slice(VECTORS, bytes.capacity() - VECTORS)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
  }

  static int size(int dimensions) {
    return VECTORS + SLOTS * dimensions * Float.BYTES;
  }

  /** The id of the face in a slot; 0 if the slot is empty. */
  long face(int slot) {
    return (long) LONG.getAcquire((ByteBuffer) bytes, slot * Long.BYTES);
  }

  /** The number of the person that the face in a slot belongs to. */
  long person(int slot) {
    return bytes.getLong(PERSONS + slot * Long.BYTES);
  }

  /** Copies {@code count} floats, starting with the vector of a slot. */
  void copyVectors(int slot, float[] into, int count) {
    vectors.get(slot * dimensions, into, 0, count);
  }

  void put(int slot, long face, long person, byte[] vector) {
    bytes.putLong(PERSONS + slot * Long.BYTES, person);
    bytes.put(VECTORS + slot * vector.length, vector);
    bytes.putInt(CHECKSUMS + slot * Integer.BYTES, checksum(slot, face));
    LONG.setRelease((ByteBuffer) bytes, slot * Long.BYTES, face);
  }

  void zero(int slot) {
    LONG.setRelease((ByteBuffer) bytes, slot * Long.BYTES, 0L);
    VarHandle.fullFence();
    bytes.putLong(PERSONS + slot * Long.BYTES, 0);
    bytes.putInt(CHECKSUMS + slot * Integer.BYTES, 0);
    bytes.put(VECTORS + slot * zeros.length, zeros);
  }

  boolean hasVector(int slot, byte[] vector) {
    return isIntact(slot)
        && bytes.slice(VECTORS + slot * zeros.length, zeros.length).equals(ByteBuffer.wrap(vector));
  }

  boolean isIntact(int slot) {
    return bytes.getInt(CHECKSUMS + slot * Integer.BYTES) == checksum(slot, face(slot));
  }

  boolean isZero(int slot) {
    int length = zeros.length;
    return person(slot) == 0
        && face(slot) == 0
        && bytes.slice(VECTORS + slot * length, length).equals(ByteBuffer.wrap(zeros));
  }

  void force() {
    bytes.force();
  }

  private int checksum(int slot, long face) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(face).putLong(person(slot)).flip());
    int length = dimensions * Float.BYTES;
    sum.update(bytes.slice(VECTORS + slot * length, length));
    return (int) sum.getValue();
  }
}
