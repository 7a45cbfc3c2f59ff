package io.facelibrary.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far, to be closed again if what comes after it cannot be opened. */
final class CloseStack {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    open.push(part);
    return part;
  }

  /** Closes one after the other, the last first, until one fails; the rest stays to be closed. */
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  /** Closes everything, the last first; what fails meanwhile is told beside the cause. */
  void closeAfter(Throwable cause) {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        cause.addSuppressed(e);
      }
    }
  }
}
