package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies a consistent snapshot of a library while it is in use. The vector file is not copied:
 * opening the copy builds it from the database.
 */
final class Backup {
  private final StoreComponents components;

  Backup(StoreComponents components) {
    this.components = components;
  }

  /**
   * Copies the library into an empty folder. Creates the folder if it does not exist.
   *
   * @throws InvalidRequestException if the folder is not empty
   */
  void into(Path target) {
    try {
      Files.createDirectories(target);
      try (Stream<Path> content = Files.list(target)) {
        if (content.findAny().isPresent()) {
          throw InvalidRequestException.of("backup", "must be an empty folder");
        }
      }
      components.images().deferRemovals();
      try {
        copy(target);
      } catch (IOException | SQLException | RuntimeException e) {
        clear(target, e);
        throw e;
      } finally {
        List<String> deferred = components.images().resumeRemovals();
        if (!deferred.isEmpty()) {
          components.removeUnreferenced(deferred);
        }
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "backup", Effect.NONE);
    } catch (SQLException e) {
      throw StorageFailures.of(e, Effect.NONE);
    }
  }

  private void copy(Path target) throws SQLException, IOException {
    // A temporary name until the copy is complete: half a backup must not open as a library.
    Path unfinished = target.resolve("library.part");
    try (Database source = Database.forReading(components.folder().database())) {
      source.update("VACUUM INTO ?", unfinished.toString());
    }
    ImageFiles copies = new ImageFiles(LibraryFolder.imagesIn(target));
    try (Database copy = Database.immutable(unfinished);
        ResultSet row =
            copy.query("SELECT DISTINCT image FROM face WHERE kept = 1 ORDER BY image")) {
      while (row.next()) {
        String name = ImageFiles.name(row.getBytes(1));
        copies.linkOrCopy(name, components.images().file(name));
      }
    }
    forceFile(unfinished);
    Files.move(unfinished, LibraryFolder.databaseIn(target));
    LibraryFolder.force(target);
  }

  // Leaves the folder empty as before, so that the backup can be repeated.
  private static void clear(Path target, Exception cause) {
    try (Stream<Path> content = Files.walk(target)) {
      for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(target)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static void forceFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
