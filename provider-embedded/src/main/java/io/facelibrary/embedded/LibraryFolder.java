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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of a library. While it is open, it holds the write lock.
 *
 * <p>The lock is a file lock of the operating system, which ends with the process, so there are no
 * stale locks. The holder is named in a second file: on some systems, reading and closing the
 * locked file would release the lock.
 */
final class LibraryFolder implements AutoCloseable {
  private static final String DATABASE = "library.db";
  private static final String LOCK = "lock";
  private static final String HOLDER = "holder";
  private static final String IMAGES = "images";
  // The name of the image folder in version 1.
  private static final String OLD_IMAGES = "pictures";
  private static final String VECTORS = "vectors";

  // For the same reason, a second opening in this process must not open the locked file.
  private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private LibraryFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens a folder for writing. Creates it if it does not exist, with access for its owner only.
   *
   * @throws InvalidRequestException if it is not a folder, or contains files that do not belong to
   *     a library
   * @throws FaceLibraryException {@code UNAVAILABLE} if another process has locked it (the message
   *     names process and host); {@code PERMISSION_DENIED} if it cannot be written
   */
  static LibraryFolder open(Path folder) {
    try {
      Path path = createFolder(folder).toRealPath();
      checkContent(path);
      if (!LOCKED.add(path)) {
        throw alreadyOpen(path);
      }
      try {
        return lock(path);
      } catch (IOException | RuntimeException e) {
        LOCKED.remove(path);
        throw e;
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "folder", Effect.NONE);
    }
  }

  static Path databaseIn(Path folder) {
    return folder.resolve(DATABASE);
  }

  /** Returns the folder of the images, which has another name before the upgrade to version 2. */
  static Path imagesIn(Path folder) {
    Path images = folder.resolve(IMAGES);
    Path old = folder.resolve(OLD_IMAGES);
    return Files.isDirectory(old) && !Files.exists(images) ? old : images;
  }

  Path database() {
    return databaseIn(path);
  }

  /** The write-ahead log of the database. The file is missing while the log is empty. */
  Path log() {
    return path.resolve(DATABASE + "-wal");
  }

  Path images() {
    return imagesIn(path);
  }

  /** Renames the image folder of version 1. Must be called after the upgrade of the database. */
  void upgradeImages() {
    Path old = imagesIn(path);
    if (old.endsWith(OLD_IMAGES)) {
      try {
        Files.move(old, path.resolve(IMAGES), StandardCopyOption.ATOMIC_MOVE);
        force(path);
      } catch (IOException e) {
        throw StorageFailures.of(e, "images", Effect.NONE);
      }
    }
  }

  Path vectors() {
    return path.resolve(VECTORS);
  }

  /** Flushes the entries of a folder to disk; flushing a file does not include its entry. */
  static void force(Path folder) throws IOException {
    if (!isPosix(folder)) {
      return; // Windows cannot flush a folder; its file system journals the entries.
    }
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static Path createFolder(Path folder) throws IOException {
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
    // An opening that failed before the database was created leaves these two files.
    try (Stream<Path> content = Files.list(path)) {
      boolean foreign =
          content
              .map(file -> file.getFileName().toString())
              .anyMatch(name -> !name.equals(LOCK) && !name.equals(HOLDER));
      if (foreign) {
        throw InvalidRequestException.of("folder", "must contain a face library or be empty");
      }
    }
  }

  private static LibraryFolder lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Locked by this process through another class loader: closing would release that lock.
      throw alreadyOpen(path);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (lock == null) {
      channel.close();
      throw alreadyOpen(path);
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
      return "an unknown host";
    }
  }

  private static FaceLibraryException alreadyOpen(Path path) {
    return FaceLibraryException.of(
        ErrorKind.UNAVAILABLE,
        Effect.NONE,
        "the folder is already open for writing by " + holder(path) + "; open it read-only");
  }

  private static String holder(Path path) {
    try {
      return Files.readString(path.resolve(HOLDER)).strip();
    } catch (IOException e) {
      return "an unknown process";
    }
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw StorageFailures.of(e, "folder", Effect.NONE);
    } finally {
      LOCKED.remove(path);
    }
  }
}
