package io.facelibrary.embedded;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.MappedByteBuffer;
import java.util.zip.CRC32C;

/**
 * A mapped run of slots: all face ids, all person numbers, all checksums, then all vectors, one
 * after the other, so that a search goes through memory in one direction and copies nothing.
 *
 * <p>One thread writes. A reader takes the face of a slot, compares, and takes the face again: if
 * it is the same, not 0, the vector was that face's all the time, since a slot shows its face after
 * its vector is whole, hides it before its vector is zeroed, and no two faces ever have one id.
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
  private final int dimension;
  private final byte[] zeros;

  VectorBlock(MappedByteBuffer bytes, int dimension) {
    this.bytes = bytes;
    this.dimension = dimension;
    this.zeros = new byte[dimension * Float.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.vectors =
        bytes
            .slice(VECTORS, bytes.capacity() - VECTORS)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
  }

  static int size(int dimension) {
    return VECTORS + SLOTS * dimension * Float.BYTES;
  }

  /** The face in a slot, or 0. */
  long face(int slot) {
    return (long) LONG.getAcquire((ByteBuffer) bytes, slot * Long.BYTES);
  }

  /** The number of the person whose face is in a slot. */
  long person(int slot) {
    return bytes.getLong(PERSONS + slot * Long.BYTES);
  }

  /** Copies so many numbers, from those of a slot on. */
  void copyVectors(int slot, float[] into, int count) {
    vectors.get(slot * dimension, into, 0, count);
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
    int length = dimension * Float.BYTES;
    sum.update(bytes.slice(VECTORS + slot * length, length));
    return (int) sum.getValue();
  }
}
