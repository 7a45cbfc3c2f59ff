package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.FaceLibraryException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Checks the write-ahead log before the database opens it. The database treats a frame with a wrong
 * checksum as the end of the log, as after a power failure. It silently ignores the commits behind
 * that frame. A commit was on disk before the next one began. If a commit that is not the last one
 * is damaged, the disk is damaged, and acknowledged writes would be lost silently.
 *
 * <p>Source: sqlite.org, "Database File Format", section 4.
 */
final class WalCheck {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int MAGIC = 0x377f0682;

  private final FileChannel log;
  private final ByteBuffer header;
  private int first;
  private int second;

  private WalCheck(FileChannel log) throws IOException {
    this.log = log;
    this.header = read(0, HEADER);
  }

  /**
   * Refuses a log with a damaged commit that is not the last one. Changes nothing.
   *
   * @throws FaceLibraryException {@code DAMAGED} if the log is damaged
   */
  static void refuseDamaged(Path file) {
    try {
      if (!Files.exists(file) || Files.size(file) <= HEADER) {
        return;
      }
      try (FileChannel log = FileChannel.open(file, StandardOpenOption.READ)) {
        if (new WalCheck(log).isDamaged()) {
          throw StorageFailures.damaged(
              Effect.NONE,
              new IOException("a commit in the log that is not the last one is damaged"));
        }
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "log", Effect.NONE);
    }
  }

  private boolean isDamaged() throws IOException {
    sum(header, 0, HEADER - 2 * Integer.BYTES);
    if ((header.getInt(0) | 1) != (MAGIC | 1) || !isSum(header, HEADER - 2 * Integer.BYTES)) {
      return true;
    }
    int size = FRAME_HEADER + header.getInt(8);
    long frames = (log.size() - HEADER) / size;
    long frame = 0;
    while (frame < frames && isIntact(read(HEADER + frame * size, size))) {
      frame++;
    }
    boolean commitSeen = false;
    for (; frame < frames; frame++) {
      ByteBuffer found = read(HEADER + frame * size, FRAME_HEADER);
      if (isOfThisLog(found)) {
        if (commitSeen) {
          return true;
        }
        // The size of the database after the commit; 0 in frames that do not end a commit.
        commitSeen = found.getInt(4) != 0;
      }
    }
    return false;
  }

  private boolean isIntact(ByteBuffer frame) {
    sum(frame, 0, 2 * Integer.BYTES);
    sum(frame, FRAME_HEADER, frame.capacity());
    return isOfThisLog(frame) && isSum(frame, 16);
  }

  // The log is reused from its beginning. Frames of its earlier content have another salt.
  private boolean isOfThisLog(ByteBuffer frame) {
    return frame.getLong(8) == header.getLong(16);
  }

  private boolean isSum(ByteBuffer bytes, int at) {
    return bytes.getInt(at) == first && bytes.getInt(at + Integer.BYTES) == second;
  }

  private void sum(ByteBuffer bytes, int from, int to) {
    ByteBuffer words =
        bytes
            .duplicate()
            .order((header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int at = from; at < to; at += 2 * Integer.BYTES) {
      first += words.getInt(at) + second;
      second += words.getInt(at + Integer.BYTES) + first;
    }
  }

  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (log.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("the log ends early");
      }
    }
    return bytes.flip();
  }
}
