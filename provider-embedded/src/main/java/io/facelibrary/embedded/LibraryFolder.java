package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of a library and, while it is open, the right to write in it.
 *
 * <p>The right is a lock of the operating system, which ends with its process however that ends, so
 * that none is ever stale. Who holds it stands in a file beside the lock: reading and closing the
 * locked file itself would give the lock up on systems where a process's locks end with the first
 * closing.
 */
final class LibraryFolder implements AutoCloseable {
  private static final String DATABASE = "library.db";
  private static final String LOCK = "lock";
  private static final String HOLDER = "holder";
  private static final String PICTURES = "pictures";
  private static final String VECTORS = "vectors";

  // For the same reason a second opening in this process must not get as far as the locked file.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private LibraryFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens a folder to write in; one that is not there is made, with access for its owner only.
   *
   * @throws InvalidRequestException if it is no folder, or holds other things than a library
   * @throws FaceLibraryException {@code UNAVAILABLE}, naming process and host, if another holds it;
   *     {@code PERMISSION_DENIED} if it cannot be written
   */
  static LibraryFolder open(Path folder) {
    try {
      Path path = made(folder).toRealPath();
      checkContent(path);
      if (!HELD.add(path)) {
        throw held(path);
      }
      try {
        return locked(path);
      } catch (IOException | RuntimeException e) {
        HELD.remove(path);
        throw e;
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "folder", Effect.NONE);
    }
  }

  static Path databaseIn(Path folder) {
    return folder.resolve(DATABASE);
  }

  static Path picturesIn(Path folder) {
    return folder.resolve(PICTURES);
  }

  Path database() {
    return databaseIn(path);
  }

  /** The database's write-ahead log; not there while nothing is in it. */
  Path log() {
    return path.resolve(DATABASE + "-wal");
  }

  Path pictures() {
    return picturesIn(path);
  }

  Path vectors() {
    return path.resolve(VECTORS);
  }

  /** Makes the names in a folder last: a file's own force does not reach its name. */
  static void force(Path folder) throws IOException {
    if (!isPosix(folder)) {
      return; // Windows has no such thing, and keeps names in its journal.
    }
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static Path made(Path folder) throws IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw InvalidRequestException.of("folder", "must be a folder");
      }
      return folder;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (isPosix(folder)) {
      return Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return Files.createDirectory(folder);
  }

  private static void checkContent(Path path) throws IOException {
    if (Files.exists(databaseIn(path))) {
      return;
    }
    // An opening that ended before the database was made leaves these two.
    try (Stream<Path> content = Files.list(path)) {
      boolean foreign =
          content
              .map(file -> file.getFileName().toString())
              .anyMatch(name -> !name.equals(LOCK) && !name.equals(HOLDER));
      if (foreign) {
        throw InvalidRequestException.of("folder", "must hold a face library or nothing");
      }
    }
  }

  private static LibraryFolder locked(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this process through another class loader: closing would give up that lock.
      throw held(path);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (lock == null) {
      channel.close();
      throw held(path);
    }
    try {
      Files.writeString(
          path.resolve(HOLDER), "process " + ProcessHandle.current().pid() + " on " + host());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new LibraryFolder(path, channel, lock);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a host without a name";
    }
  }

  private static FaceLibraryException held(Path path) {
    return FaceLibraryException.of(
        ErrorKind.UNAVAILABLE,
        Effect.NONE,
        "the folder is open for writing already, by " + holder(path) + "; open it read-only");
  }

  private static String holder(Path path) {
    try {
      return Files.readString(path.resolve(HOLDER)).strip();
    } catch (IOException e) {
      return "a process that cannot be named";
    }
  }

  /** Gives the folder up. */
  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw StorageFailures.of(e, "folder", Effect.NONE);
    } finally {
      HELD.remove(path);
    }
  }
}
