package io.facelibrary.embedded;

import io.facelibrary.FaceLibraryException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks at the checksums that an opening after a clean end took on trust, while the library is in
 * use already, and has what is damaged made anew from the truth.
 */
final class VectorVerification implements AutoCloseable {
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger mended = new AtomicInteger();
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
        if (ended.get()) {
          return;
        }
        if (block.face(slot) != 0 && !block.isIntact(slot) && !mended()) {
          return;
        }
      }
    }
  }

  /** A slot that is being written looks damaged, too: the writer's own thread looks again. */
  private boolean mended() {
    try {
      mended.addAndGet(writer.alone(index::mend));
      return true;
    } catch (FaceLibraryException e) {
      return false; // The library is being closed, or cannot be read: check() tells.
    }
  }

  /** How many vectors were made anew. */
  int count() {
    return mended.get();
  }

  /** Waits until everything was looked at. */
  void await() throws InterruptedException {
    thread.join();
  }

  @Override
  public void close() {
    ended.set(true);
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
