package io.facelibrary.embedded;

import io.facelibrary.Effect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;

/**
 * The vectors of one model once more, mapped into memory to be searched. The truth has them too: at
 * an opening after an unclean end the file is compared with it and mended, whatever happened to it.
 *
 * <p>Written by one thread at a time; see {@link VectorBlock} for what readers must do.
 */
final class VectorFile implements AutoCloseable {
  private static final long MAGIC = 0x464C696256656331L; // "FLibVec1"
  private static final long UNTRUSTED = 0;
  private static final int HEADER = 4096;
  private static final int MARK = HEADER - Long.BYTES;

  private final FileChannel channel;
  private final int dimension;
  private final List<VectorBlock> blocks = new CopyOnWriteArrayList<>();
  private final LongIntMap slots = new LongIntMap();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private final BitSet changed = new BitSet();
  private int next;
  private boolean whole = true;

  private VectorFile(FileChannel channel, int dimension) {
    this.channel = channel;
    this.dimension = dimension;
  }

  /** Opens or makes the file of a model; one of another model or without a header is made anew. */
  static VectorFile open(Path path, String model, int dimension) {
    return open(path, model, dimension, UNTRUSTED);
  }

  /**
   * Opens or makes the file of a model. If it has the mark of a clean end, which is not 0, the
   * vectors and their checksums are not read.
   */
  static VectorFile open(Path path, String model, int dimension, long cleanEnd) {
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        VectorFile file = new VectorFile(channel, dimension);
        file.load(header(model, dimension), cleanEnd);
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
  boolean isWhole() {
    return whole;
  }

  /** Reads the mark of the last closing. */
  long mark() {
    try {
      ByteBuffer mark = ByteBuffer.allocate(Long.BYTES);
      return channel.read(mark, MARK) == Long.BYTES ? mark.getLong(0) : 0;
    } catch (IOException e) {
      throw StorageFailures.of(e, "vectors", Effect.NONE);
    }
  }

  /** Brings everything to the disk, and then a mark. */
  void mark(long mark) {
    try {
      force();
      channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, mark), MARK);
      channel.force(true);
    } catch (IOException e) {
      throw StorageFailures.of(e, "vectors", Effect.NONE);
    }
  }

  /** How many vectors there are. */
  int size() {
    return slots.size();
  }

  /** The blocks, to be searched; more may come while a search goes through them. */
  List<VectorBlock> blocks() {
    return blocks;
  }

  /** Whether a face has a vector here, which is that person's. */
  boolean holds(long face, long person) {
    int slot = slots.get(face);
    return slot >= 0
        && blocks.get(slot / VectorBlock.SLOTS).person(slot % VectorBlock.SLOTS) == person;
  }

  /** The slot of a face, or -1. For the thread that writes. */
  int slot(long face) {
    return slots.get(face);
  }

  void put(long face, long person, byte[] vector) {
    if (vector.length != dimension * Float.BYTES) {
      throw new IllegalArgumentException("a vector must have " + dimension + " numbers");
    }
    int known = slots.get(face);
    int slot = known >= 0 ? known : freeSlot();
    slots.put(face, slot);
    block(slot).put(slot % VectorBlock.SLOTS, face, person, vector);
    changed.set(slot / VectorBlock.SLOTS);
  }

  /** Zeroes the vector of a face; nothing happens if there is none. */
  void remove(long face) {
    int slot = slots.remove(face);
    if (slot >= 0) {
      block(slot).zero(slot % VectorBlock.SLOTS);
      changed.set(slot / VectorBlock.SLOTS);
      free.add(slot);
    }
  }

  /** Removes every face that is not among those kept. */
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

  /** Zeroes every slot whose checksum is wrong, and returns how many there were. */
  int removeDamaged() {
    int removed = 0;
    for (int slot = 0; slot < next; slot++) {
      VectorBlock block = block(slot);
      int place = slot % VectorBlock.SLOTS;
      long face = block.face(place);
      if (face != 0 && !block.isIntact(place)) {
        if (slots.get(face) == slot) {
          slots.remove(face);
        }
        block.zero(place);
        changed.set(slot / VectorBlock.SLOTS);
        free.addFirst(slot); // to be filled again at once
        removed++;
      }
    }
    return removed;
  }

  /** Whether the vector of a face is this one, and intact. */
  boolean hasVector(long face, byte[] vector) {
    int slot = slots.get(face);
    return slot >= 0 && block(slot).hasVector(slot % VectorBlock.SLOTS, vector);
  }

  /** Brings what was changed to the disk. */
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

  private void load(ByteBuffer header, long cleanEnd) throws IOException {
    ByteBuffer found = ByteBuffer.allocate(HEADER);
    int read;
    do {
      read = channel.read(found, found.position());
    } while (read > 0 && found.hasRemaining());
    if (!found.flip().limit(Math.min(found.limit(), MARK)).equals(header.duplicate().limit(MARK))) {
      whole = false;
      channel.truncate(0);
      channel.write(header.duplicate(), 0);
    }
    int size = VectorBlock.size(dimension);
    long count = (channel.size() - HEADER) / size;
    if (channel.size() != HEADER + count * size) {
      whole = false;
      channel.truncate(HEADER + count * size);
    }
    for (int i = 0; i < count; i++) {
      blocks.add(map(i));
    }
    next = (int) count * VectorBlock.SLOTS;
    boolean trusted = whole && cleanEnd != UNTRUSTED && mark() == cleanEnd;
    for (int slot = 0; slot < next; slot++) {
      if (!trusted || !takeUnread(slot)) {
        take(slot);
      }
    }
  }

  /** Takes a slot by its face alone; false if it must be looked at. */
  private boolean takeUnread(int slot) {
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

  private void take(int slot) {
    VectorBlock block = block(slot);
    int place = slot % VectorBlock.SLOTS;
    long face = block.face(place);
    if (face > 0 && slots.get(face) < 0 && block.isIntact(place)) {
      slots.put(face, slot);
      return;
    }
    // A slot that is empty is zeroed too: a crash may have come between its two steps.
    if (!block.isZero(place)) {
      whole = false;
      block.zero(place);
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
    long size = VectorBlock.size(dimension);
    long from = HEADER + block * size;
    if (channel.size() < from + size) {
      reserve(from, size);
    }
    return new VectorBlock(channel.map(FileChannel.MapMode.READ_WRITE, from, size), dimension);
  }

  // A full disk must show here: under a mapping of space not yet taken it would end the process.
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

  private static ByteBuffer header(String model, int dimension) {
    byte[] name = model.getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(MAGIC).putInt(dimension).putInt(name.length).put(name);
    CRC32C sum = new CRC32C();
    sum.update(header.duplicate().flip());
    header.putInt((int) sum.getValue());
    return header.clear();
  }
}
