package io.facelibrary.embedded;

import io.facelibrary.FaceLibraryException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Verifies the checksums of the vector file in the background. After a clean shutdown, opening
 * skips this check. Damaged vectors are restored from the database.
 */
final class VectorVerification implements AutoCloseable {
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicInteger repaired = new AtomicInteger();
  private final VectorFile file;
  private final VectorIndex index;
  private final Writer writer;
  private final Thread thread;

  private VectorVerification(VectorFile file, VectorIndex index, Writer writer) {
    this.file = file;
    this.index = index;
    this.writer = writer;
    thread = new Thread(this::run, "face-library-verification");
    thread.setDaemon(true);
  }

  static VectorVerification start(VectorFile file, VectorIndex index, Writer writer) {
    VectorVerification verification = new VectorVerification(file, index, writer);
    verification.thread.start();
    return verification;
  }

  private void run() {
    for (VectorBlock block : file.blocks()) {
      for (int slot = 0; slot < VectorBlock.SLOTS; slot++) {
        if (stopped.get()) {
          return;
        }
        if (block.face(slot) != 0 && !block.isIntact(slot) && !repair()) {
          return;
        }
      }
    }
  }

  /** Runs on the writer thread, because a slot that is being written looks damaged, too. */
  private boolean repair() {
    try {
      repaired.addAndGet(writer.runOutsideTransaction(index::repair));
      return true;
    } catch (FaceLibraryException e) {
      return false; // The library is being closed or cannot be read; check() reports damage.
    }
  }

  /** Returns the number of vectors restored so far. */
  int count() {
    return repaired.get();
  }

  /** Waits until all vectors are verified. */
  void await() throws InterruptedException {
    thread.join();
  }

  @Override
  public void close() {
    stopped.set(true);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
