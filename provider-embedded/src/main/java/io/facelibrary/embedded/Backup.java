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
 * Copies a library while it is in use, as it was at one moment. The vectors beside the truth are
 * not copied: opening the copy makes them.
 */
final class Backup {
  private final StoreComponents parts;

  Backup(StoreComponents parts) {
    this.parts = parts;
  }

  /**
   * Copies into an empty folder, or one that is not there yet.
   *
   * @throws InvalidRequestException if the folder holds anything
   */
  void into(Path target) {
    try {
      Files.createDirectories(target);
      try (Stream<Path> content = Files.list(target)) {
        if (content.findAny().isPresent()) {
          throw InvalidRequestException.of("backup", "must be an empty folder");
        }
      }
      parts.pictures().holdAll();
      try {
        copy(target);
      } catch (IOException | SQLException | RuntimeException e) {
        clear(target, e);
        throw e;
      } finally {
        List<String> later = parts.pictures().releaseAll();
        if (!later.isEmpty()) {
          parts.dropUnreferred(later);
        }
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "backup", Effect.NONE);
    } catch (SQLException e) {
      throw StorageFailures.of(e, Effect.NONE);
    }
  }

  private void copy(Path target) throws SQLException, IOException {
    // Under another name until it is whole: half a backup must not open as a library.
    Path unfinished = target.resolve("library.part");
    try (Database source = Database.forReading(parts.folder().database())) {
      source.update("VACUUM INTO ?", unfinished.toString());
    }
    ImageFiles copies = new ImageFiles(target.resolve(parts.folder().pictures().getFileName()));
    try (Database copy = Database.unchanging(unfinished);
        ResultSet row =
            copy.query("SELECT DISTINCT picture FROM face WHERE kept = 1 ORDER BY picture")) {
      while (row.next()) {
        String name = ImageFiles.name(row.getBytes(1));
        copies.adopt(name, parts.pictures().file(name));
      }
    }
    forceFile(unfinished);
    Files.move(unfinished, LibraryFolder.databaseIn(target));
    LibraryFolder.force(target);
  }

  // So that the folder can be copied into again once there is room; it was empty before.
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
