package io.facelibrary.embedded;

import io.facelibrary.Effect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A memory-mapped copy of all embeddings of the database, for searching. After an unclean shutdown,
 * opening compares the file with the database and repairs it.
 *
 * <p>One thread writes at a time. See {@link VectorBlock} for the protocol of readers.
 */
final class VectorFile implements AutoCloseable {
  private static final long UNTRUSTED = 0;

  private final FileChannel channel;
  private final int dimensions;
  private final List<VectorBlock> blocks = new CopyOnWriteArrayList<>();
  private final LongIntMap slots = new LongIntMap();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private final BitSet changed = new BitSet();
  private int next;
  private boolean intact = true;

  private VectorFile(FileChannel channel, int dimensions) {
    this.channel = channel;
    this.dimensions = dimensions;
  }

  /** Opens or creates the file of a model. A file of another model or without a header is reset. */
  static VectorFile open(Path path, String model, int dimensions) {
    return open(path, model, dimensions, UNTRUSTED);
  }

  /**
   * Opens or creates the file of a model. If it has the marker of a clean shutdown, which is not 0,
   * the vectors and their checksums are not read.
   */
  static VectorFile open(Path path, String model, int dimensions, long cleanMarker) {
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        VectorFile file = new VectorFile(channel, dimensions);
        file.load(model, cleanMarker);
        return file;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "vectors", Effect.NONE);
    }
  }

  /** Whether nothing was missing or damaged when the file was opened. */
  boolean isIntact() {
    return intact;
  }

  /** Returns the marker of the last clean shutdown. */
  long marker() {
    try {
      return VectorFileHeader.readMarker(channel);
    } catch (IOException e) {
      throw StorageFailures.of(e, "vectors", Effect.NONE);
    }
  }

  /** Flushes all changes to disk, and then writes a marker. */
  void setMarker(long marker) {
    force();
    try {
      VectorFileHeader.writeMarker(channel, marker);
    } catch (IOException e) {
      throw StorageFailures.of(e, "vectors", Effect.NONE);
    }
  }

  /** The number of vectors. */
  int size() {
    return slots.size();
  }

  /** The blocks. Blocks may be added while a search iterates over them. */
  List<VectorBlock> blocks() {
    return blocks;
  }

  /** Whether the file has a vector of this face and person. */
  boolean contains(long face, long person) {
    int slot = slots.get(face);
    return slot >= 0
        && blocks.get(slot / VectorBlock.SLOTS).person(slot % VectorBlock.SLOTS) == person;
  }

  /** Returns the slot of a face, or -1. Must be called by the writing thread. */
  int slot(long face) {
    return slots.get(face);
  }

  void put(long face, long person, byte[] vector) {
    if (vector.length != dimensions * Float.BYTES) {
      throw new IllegalArgumentException("a vector must have " + dimensions + " dimensions");
    }
    int known = slots.get(face);
    int slot = known >= 0 ? known : freeSlot();
    slots.put(face, slot);
    block(slot).put(slot % VectorBlock.SLOTS, face, person, vector);
    changed.set(slot / VectorBlock.SLOTS);
  }

  /** Zeroes the vector of a face, if there is one. */
  void remove(long face) {
    int slot = slots.remove(face);
    if (slot >= 0) {
      block(slot).zero(slot % VectorBlock.SLOTS);
      changed.set(slot / VectorBlock.SLOTS);
      free.add(slot);
    }
  }

  /** Removes every face that is not a key of the map. Returns the number of removed faces. */
  int retain(LongIntMap kept) {
    int removed = 0;
    for (int slot = 0; slot < next; slot++) {
      long face = block(slot).face(slot % VectorBlock.SLOTS);
      if (face != 0 && kept.get(face) < 0) {
        remove(face);
        removed++;
      }
    }
    return removed;
  }

  /** Zeroes every slot with a wrong checksum. Returns the number of such slots. */
  int removeDamaged() {
    int removed = 0;
    for (int slot = 0; slot < next; slot++) {
      VectorBlock block = block(slot);
      int index = slot % VectorBlock.SLOTS;
      long face = block.face(index);
      if (face != 0 && !block.isIntact(index)) {
        if (slots.get(face) == slot) {
          slots.remove(face);
        }
        block.zero(index);
        changed.set(slot / VectorBlock.SLOTS);
        free.addFirst(slot); // the repair fills it next
        removed++;
      }
    }
    return removed;
  }

  /** Whether the vector of a face is intact and equals this one. */
  boolean hasVector(long face, byte[] vector) {
    int slot = slots.get(face);
    return slot >= 0 && block(slot).hasVector(slot % VectorBlock.SLOTS, vector);
  }

  /** Flushes changed blocks to disk. */
  void force() {
    changed.stream().forEach(block -> blocks.get(block).force());
    changed.clear();
  }

  @Override
  public void close() {
    force();
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageFailures.of(e, "vectors", Effect.NONE);
    }
  }

  private void load(String model, long cleanMarker) throws IOException {
    if (!VectorFileHeader.matches(channel, model, dimensions)) {
      intact = false;
      channel.truncate(0);
      VectorFileHeader.write(channel, model, dimensions);
    }
    int size = VectorBlock.size(dimensions);
    long count = (channel.size() - VectorFileHeader.SIZE) / size;
    if (channel.size() != VectorFileHeader.SIZE + count * size) {
      intact = false;
      channel.truncate(VectorFileHeader.SIZE + count * size);
    }
    for (int i = 0; i < count; i++) {
      blocks.add(map(i));
    }
    next = (int) count * VectorBlock.SLOTS;
    boolean trusted = intact && cleanMarker != UNTRUSTED && marker() == cleanMarker;
    for (int slot = 0; slot < next; slot++) {
      if (!trusted || !register(slot)) {
        verify(slot);
      }
    }
  }

  /** Registers a slot without reading its vector. Returns false if the vector must be read. */
  private boolean register(int slot) {
    long face = block(slot).face(slot % VectorBlock.SLOTS);
    if (face == 0) {
      free.add(slot);
    } else if (face > 0 && slots.get(face) < 0) {
      slots.put(face, slot);
    } else {
      return false;
    }
    return true;
  }

  private void verify(int slot) {
    VectorBlock block = block(slot);
    int index = slot % VectorBlock.SLOTS;
    long face = block.face(index);
    if (face > 0 && slots.get(face) < 0 && block.isIntact(index)) {
      slots.put(face, slot);
      return;
    }
    // An empty slot is zeroed, too: a crash may have happened after the id was cleared.
    if (!block.isZero(index)) {
      intact = false;
      block.zero(index);
      changed.set(slot / VectorBlock.SLOTS);
    }
    free.add(slot);
  }

  private int freeSlot() {
    Integer freed = free.poll();
    if (freed != null) {
      return freed;
    }
    if (next == blocks.size() * VectorBlock.SLOTS) {
      try {
        blocks.add(map(blocks.size()));
      } catch (IOException e) {
        throw StorageFailures.of(e, "vectors", Effect.NONE);
      }
    }
    return next++;
  }

  private VectorBlock block(int slot) {
    return blocks.get(slot / VectorBlock.SLOTS);
  }

  private VectorBlock map(int block) throws IOException {
    long size = VectorBlock.size(dimensions);
    long from = VectorFileHeader.SIZE + block * size;
    if (channel.size() < from + size) {
      reserve(from, size);
    }
    return new VectorBlock(channel.map(FileChannel.MapMode.READ_WRITE, from, size), dimensions);
  }

  // Allocates the space before it is mapped: a full disk under a mapping would crash the process.
  private void reserve(long from, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 16);
    long end = from + size;
    long at = from;
    try {
      while (at < end) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), end - at));
        at += channel.write(zeros, at);
      }
    } catch (IOException e) {
      channel.truncate(from);
      throw e;
    }
  }
}
