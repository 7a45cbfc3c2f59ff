package io.facelibrary.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** The resources opened so far. They are closed again if a later one cannot be opened. */
final class CloseStack {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  /** Closes the resources, the last first, until one fails. The rest stays open. */
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  /** Closes all resources, the last first. Adds further failures to the cause as suppressed. */
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
