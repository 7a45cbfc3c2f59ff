package io.facelibrary.embedded;

import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The stores that are open in this process. Who opens a folder once more shares the store, so that
 * two parts of a program need not know of each other; the last to close it closes it.
 */
final class StoreRegistry {
  private static final Map<Path, Shared> OPEN = new HashMap<>();

  private record Shared(WritableStore store, StoreOptions settings, int holders) {}

  private StoreRegistry() {}

  /**
   * Opens a store, or takes a share in it.
   *
   * @throws InvalidRequestException if it is open in this process with other settings
   */
  static WritableStore acquire(Path folder, StoreOptions settings) {
    synchronized (OPEN) {
      Path path = real(folder);
      Shared known = OPEN.get(path);
      if (known == null) {
        WritableStore opened = WritableStore.open(folder, settings);
        OPEN.put(real(folder), new Shared(opened, settings, 1));
        return opened;
      }
      if (!known.settings().equals(settings)) {
        throw InvalidRequestException.of(
            "folder", "is open in this process with other limits, pictures, encoder or clock");
      }
      OPEN.put(path, new Shared(known.store(), settings, known.holders() + 1));
      return known.store();
    }
  }

  /** Gives a share back, and closes the store if nobody has one any more. */
  static void release(WritableStore store) {
    synchronized (OPEN) {
      for (Map.Entry<Path, Shared> entry : OPEN.entrySet()) {
        Shared shared = entry.getValue();
        if (shared.store() == store && shared.holders() > 1) {
          entry.setValue(new Shared(store, shared.settings(), shared.holders() - 1));
          return;
        }
      }
      OPEN.values().removeIf(shared -> shared.store() == store);
      store.end();
    }
  }

  private static Path real(Path folder) {
    try {
      return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    } catch (IOException e) {
      // The opening itself says what is wrong with the folder.
      return folder.toAbsolutePath().normalize();
    }
  }
}
