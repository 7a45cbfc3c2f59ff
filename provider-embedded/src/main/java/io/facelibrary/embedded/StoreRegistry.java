package io.facelibrary.embedded;

import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The stores that are open in this process. Opening a folder again shares the open store, so that
 * two parts of a program do not conflict. The last one to close it closes the files.
 */
final class StoreRegistry {
  private static final Map<Path, Shared> OPEN = new HashMap<>();

  private record Shared(WritableStore store, StoreOptions options, int shares) {}

  private StoreRegistry() {}

  /**
   * Opens a store, or shares it if it is open.
   *
   * @throws InvalidRequestException if it is open in this process with other options
   */
  static WritableStore acquire(Path folder, StoreOptions options) {
    synchronized (OPEN) {
      Path path = real(folder);
      Shared known = OPEN.get(path);
      if (known == null) {
        WritableStore opened = WritableStore.open(folder, options);
        OPEN.put(real(folder), new Shared(opened, options, 1));
        return opened;
      }
      if (!known.options().equals(options)) {
        throw InvalidRequestException.of(
            "folder",
            "is already open in this process with other limits, images, encoder or clock");
      }
      OPEN.put(path, new Shared(known.store(), options, known.shares() + 1));
      return known.store();
    }
  }

  /** Releases a share. Closes the store if it was the last one. */
  static void release(WritableStore store) {
    synchronized (OPEN) {
      for (Map.Entry<Path, Shared> entry : OPEN.entrySet()) {
        Shared shared = entry.getValue();
        if (shared.store() == store && shared.shares() > 1) {
          entry.setValue(new Shared(store, shared.options(), shared.shares() - 1));
          return;
        }
      }
      OPEN.values().removeIf(shared -> shared.store() == store);
      store.closeFiles();
    }
  }

  private static Path real(Path folder) {
    try {
      return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    } catch (IOException e) {
      // Opening reports the reason.
      return folder.toAbsolutePath().normalize();
    }
  }
}
