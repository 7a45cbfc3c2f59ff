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
 * The pictures of a library, each in a file named after its SHA-256, so that the same picture is
 * there once. A picture is on disk, name and all, before the commit that refers to it, and removed
 * after the commit that drops its last face: what a crash leaves behind is a picture too many,
 * never one too few.
 */
final class ImageFiles {
  private static final String UNFINISHED = ".part";

  private final Path folder;
  // Pictures that a write under way needs: a removal that comes in between leaves them alone.
  private final Map<String, Integer> pins = new HashMap<>();
  private final Set<String> deferred = new HashSet<>();
  private int holds;

  ImageFiles(Path folder) {
    this.folder = folder;
  }

  /** A hold on a picture until the write that refers to it has ended, either way. */
  interface Pin extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Puts a picture on disk, and holds it.
   *
   * @param sha256 of the content, 64 lower-case hexadecimal digits
   */
  Pin keep(String sha256, byte[] content) {
    synchronized (pins) {
      pins.merge(sha256, 1, Integer::sum);
    }
    try {
      Path file = file(sha256);
      if (!Files.exists(file) || Files.size(file) != content.length) {
        write(made(shelf(sha256)), file, content);
      }
    } catch (IOException e) {
      unpin(sha256);
      throw StorageFailures.of(e, "pictures", Effect.NONE);
    } catch (RuntimeException e) {
      unpin(sha256);
      throw e;
    }
    return () -> unpin(sha256);
  }

  /** Removes pictures that no face refers to any more, except those that are held. */
  void removeUnlessHeld(Iterable<String> dropped) {
    try {
      for (String sha256 : dropped) {
        synchronized (pins) {
          if (holds > 0) {
            deferred.add(sha256);
          } else if (!pins.containsKey(sha256)) {
            Files.deleteIfExists(file(sha256));
          }
        }
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "pictures", Effect.NONE);
    }
  }

  /** Lets no picture be removed until {@link #releaseAll}: a copy is being made. */
  void holdAll() {
    synchronized (pins) {
      holds++;
    }
  }

  /** Ends a hold; answers what was to be removed meanwhile, to be looked at again. */
  List<String> releaseAll() {
    synchronized (pins) {
      holds--;
      List<String> later = holds == 0 ? List.copyOf(deferred) : List.of();
      if (holds == 0) {
        deferred.clear();
      }
      return later;
    }
  }

  /**
   * The content of a picture, if it is there.
   *
   * @throws FaceLibraryException {@code INTERNAL} if the content is another
   */
  Optional<byte[]> read(String sha256) {
    Optional<byte[]> found = readUnchecked(sha256);
    if (found.isPresent() && !isOf(sha256, found.get())) {
      throw FaceLibraryException.of(
          ErrorKind.INTERNAL, Effect.NONE, "a picture is damaged and was left as it is");
    }
    return found;
  }

  /** Whether a content is that of a picture. */
  static boolean isOf(String sha256, byte[] content) {
    try {
      return name(MessageDigest.getInstance("SHA-256").digest(content)).equals(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The content of a picture as it is, damaged or not. */
  Optional<byte[]> readUnchecked(String sha256) {
    try {
      return Optional.of(Files.readAllBytes(file(sha256)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailures.of(e, "pictures", Effect.NONE);
    }
  }

  /**
   * Removes what no face refers to and what was never finished.
   *
   * @return how many files went
   */
  int sweep(Predicate<String> isReferred) {
    int swept = 0;
    try {
      for (Path file : files()) {
        String name = file.getFileName().toString();
        synchronized (pins) {
          boolean held = pins.containsKey(name);
          if (!held && (name.endsWith(UNFINISHED) || !isReferred.test(name))) {
            Files.deleteIfExists(file);
            swept++;
          }
        }
      }
    } catch (IOException e) {
      throw StorageFailures.of(e, "pictures", Effect.NONE);
    }
    return swept;
  }

  /** The SHA-256 of every picture that is there. */
  List<String> names() {
    try {
      return files().stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(UNFINISHED))
          .toList();
    } catch (IOException e) {
      throw StorageFailures.of(e, "pictures", Effect.NONE);
    }
  }

  /**
   * Takes in a picture of another library, by a second name for the same file where that can be.
   */
  void adopt(String sha256, Path original) throws IOException {
    Path file = file(sha256);
    Path shelf = made(shelf(sha256));
    try {
      Files.createLink(file, original);
      LibraryFolder.force(shelf);
    } catch (UnsupportedOperationException | FileSystemException e) {
      write(shelf, file, Files.readAllBytes(original));
    }
  }

  Path file(String sha256) {
    return shelf(sha256).resolve(sha256);
  }

  // Some systems are slow with many thousand files in one folder.
  private Path shelf(String sha256) {
    return folder.resolve(sha256.substring(0, 2));
  }

  static byte[] bytes(String sha256) {
    return HexFormat.of().parseHex(sha256);
  }

  static String name(byte[] sha256) {
    return HexFormat.of().formatHex(sha256);
  }

  /** Whether a write under way, or a copy, needs the picture. */
  boolean isHeld(String sha256) {
    synchronized (pins) {
      return pins.containsKey(sha256) || deferred.contains(sha256);
    }
  }

  private void unpin(String sha256) {
    synchronized (pins) {
      pins.computeIfPresent(sha256, (key, held) -> held == 1 ? null : held - 1);
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

  private static void write(Path shelf, Path file, byte[] content) throws IOException {
    Path part = shelf.resolve(UUID.randomUUID() + UNFINISHED);
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
      LibraryFolder.force(shelf);
    } catch (IOException | FaceLibraryException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private Path made(Path shelf) throws IOException {
    if (!Files.isDirectory(shelf)) {
      Files.createDirectories(shelf);
      LibraryFolder.force(folder);
      LibraryFolder.force(folder.resolve(".."));
    }
    return shelf;
  }
}
