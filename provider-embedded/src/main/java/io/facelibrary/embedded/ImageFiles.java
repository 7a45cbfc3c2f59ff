package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The image files of a library. Each is named after its SHA-256, so equal images share a file. A
 * file and its directory entry are on disk before the commit that refers to it. The file is removed
 * after the commit that deletes its last face. A crash can therefore leave an unused file, but it
 * never loses an image that a face refers to.
 */
final class ImageFiles {
  private static final String UNFINISHED = ".part";

  private final Path folder;
  // The number of writes in progress that need an image; such an image is not removed.
  private final Map<String, Integer> pins = new HashMap<>();
  private final Set<String> deferred = new HashSet<>();
  // The number of copies in progress; meanwhile, no image is removed.
  private int copies;

  ImageFiles(Path folder) {
    this.folder = folder;
  }

  /** Keeps an image file until the write that refers to it has succeeded or failed. */
  interface Pin extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Writes an image to disk, unless it is there, and pins it.
   *
   * @param sha256 the digest of the content, 64 lower-case hexadecimal digits
   */
  Pin writeAndPin(String sha256, byte[] content) {
    synchronized (pins) {
      pins.merge(sha256, 1, Integer::sum);
    }
    try {
      Path file = file(sha256);
      if (!Files.exists(file) || Files.size(file) != content.length) {
        write(createFolder(subfolder(sha256)), file, content);
      }
    } catch (IOException e) {
      unpin(sha256);
      throw StorageFailures.of(e, "images", Effect.NONE);
    } catch (RuntimeException e) {
      unpin(sha256);
      throw e;
    }
    return () -> unpin(sha256);
  }

  /** Removes images that no face refers to, except pinned ones. */
  void removeUnpinned(Iterable<String> unreferenced) {
    try {
      for (String sha256 : unreferenced) {
        synchronized (pins) {
          if (copies > 0) {
            deferred.add(sha256);
          } else if (!pins.containsKey(sha256)) {
            Files.deleteIfExists(file(sha256));
          }
        }
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "images", Effect.NONE);
    }
  }

  /** Defers all removals until {@link #resumeRemovals}, while the library is copied. */
  void deferRemovals() {
    synchronized (pins) {
      copies++;
    }
  }

  /** Ends a copy. Returns the images whose removal was deferred, for the caller to check again. */
  List<String> resumeRemovals() {
    synchronized (pins) {
      copies--;
      List<String> removals = copies == 0 ? List.copyOf(deferred) : List.of();
      if (copies == 0) {
        deferred.clear();
      }
      return removals;
    }
  }

  /**
   * Returns the content of an image; empty if the file is missing.
   *
   * @throws FaceLibraryException {@code DAMAGED} if the content does not match the digest
   */
  Optional<byte[]> read(String sha256) {
    Optional<byte[]> found = readUnchecked(sha256);
    if (found.isPresent() && !matches(sha256, found.get())) {
      throw FaceLibraryException.of(
          ErrorKind.DAMAGED, Effect.NONE, "an image file is damaged and was not changed");
    }
    return found;
  }

  /** Whether the content has this digest. */
  static boolean matches(String sha256, byte[] content) {
    try {
      return name(MessageDigest.getInstance("SHA-256").digest(content)).equals(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the content of an image without verifying it. */
  Optional<byte[]> readUnchecked(String sha256) {
    try {
      return Optional.of(Files.readAllBytes(file(sha256)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailures.of(e, "images", Effect.NONE);
    }
  }

  /**
   * Removes images that no face refers to and files that were not written completely.
   *
   * @return the number of removed files
   */
  int sweep(Predicate<String> isReferenced) {
    int removed = 0;
    try {
      for (Path file : files()) {
        String name = file.getFileName().toString();
        synchronized (pins) {
          boolean pinned = pins.containsKey(name);
          if (!pinned && (name.endsWith(UNFINISHED) || !isReferenced.test(name))) {
            Files.deleteIfExists(file);
            removed++;
          }
        }
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "images", Effect.NONE);
    }
    return removed;
  }

  /** Returns the SHA-256 of every image. */
  List<String> names() {
    try {
      return files().stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(UNFINISHED))
          .toList();
    } catch (IOException e) {
      throw StorageFailures.of(e, "images", Effect.NONE);
    }
  }

  /** Adds an image of another library, as a hard link if possible, otherwise as a copy. */
  void linkOrCopy(String sha256, Path original) throws IOException {
    Path file = file(sha256);
    Path subfolder = createFolder(subfolder(sha256));
    try {
      Files.createLink(file, original);
      LibraryFolder.force(subfolder);
    } catch (UnsupportedOperationException | FileSystemException e) {
      write(subfolder, file, Files.readAllBytes(original));
    }
  }

  Path file(String sha256) {
    return subfolder(sha256).resolve(sha256);
  }

  // Some file systems are slow with many thousand files in one folder.
  private Path subfolder(String sha256) {
    return folder.resolve(sha256.substring(0, 2));
  }

  static byte[] bytes(String sha256) {
    return HexFormat.of().parseHex(sha256);
  }

  static String name(byte[] sha256) {
    return HexFormat.of().formatHex(sha256);
  }

  /** Whether a write or a copy in progress needs the image. */
  boolean isPinned(String sha256) {
    synchronized (pins) {
      return pins.containsKey(sha256) || deferred.contains(sha256);
    }
  }

  private void unpin(String sha256) {
    synchronized (pins) {
      pins.computeIfPresent(sha256, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder, 2)) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    return files;
  }

  private static void write(Path subfolder, Path file, byte[] content) throws IOException {
    Path part = subfolder.resolve(UUID.randomUUID() + UNFINISHED);
    try {
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      LibraryFolder.force(subfolder);
    } catch (IOException | FaceLibraryException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private Path createFolder(Path subfolder) throws IOException {
    if (!Files.isDirectory(subfolder)) {
      Files.createDirectories(subfolder);
      LibraryFolder.force(folder);
      LibraryFolder.force(folder.resolve(".."));
    }
    return subfolder;
  }
}
