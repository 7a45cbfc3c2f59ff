package io.facelibrary.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The first page of the vector file: magic number, model and checksum, and a marker at its end. */
final class VectorFileHeader {
  static final int SIZE = 4096;

  private static final long MAGIC = 0x464C696256656331L; // "FLibVec1"
  private static final int MARKER = SIZE - Long.BYTES;

  private VectorFileHeader() {}

  /** Whether the file begins with the header of this model. */
  static boolean matches(FileChannel channel, String model, int dimensions) throws IOException {
    ByteBuffer found = ByteBuffer.allocate(SIZE);
    int read;
    do {
      read = channel.read(found, found.position());
    } while (read > 0 && found.hasRemaining());
    found.flip();
    return found
        .limit(Math.min(found.limit(), MARKER))
        .equals(encode(model, dimensions).limit(MARKER));
  }

  static void write(FileChannel channel, String model, int dimensions) throws IOException {
    channel.write(encode(model, dimensions), 0);
  }

  /** Returns the marker; 0 if there is none. */
  static long readMarker(FileChannel channel) throws IOException {
    ByteBuffer marker = ByteBuffer.allocate(Long.BYTES);
    return channel.read(marker, MARKER) == Long.BYTES ? marker.getLong(0) : 0;
  }

  /** Writes the marker to disk. */
  static void writeMarker(FileChannel channel, long marker) throws IOException {
    channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, marker), MARKER);
    channel.force(true);
  }

  private static ByteBuffer encode(String model, int dimensions) {
    byte[] name = model.getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(MAGIC).putInt(dimensions).putInt(name.length).put(name);
    CRC32C sum = new CRC32C();
    sum.update(header.duplicate().flip());
    header.putInt((int) sum.getValue());
    return header.clear();
  }
}
