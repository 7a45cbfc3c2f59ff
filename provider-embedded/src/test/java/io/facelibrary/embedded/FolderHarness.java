package io.facelibrary.embedded;

import io.facelibrary.FaceLibrary;
import io.facelibrary.testkit.Harness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Opens a library in its own folder, and reopens it in a copy of the files on disk. */
class FolderHarness implements Harness {
  private final Function<Path, FaceLibrary> opening;
  private final Path root;
  private Path folder;
  private int copies;

  FolderHarness(Function<Path, FaceLibrary> opening) {
    this.opening = opening;
    try {
      root = Files.createTempDirectory("face-library");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder = root.resolve("library");
  }

  @Override
  public FaceLibrary open() {
    return opening.apply(folder);
  }

  @Override
  public boolean durable() {
    return true;
  }

  /** Opens a copy of the files, so that no store and no cache of this process serves the data. */
  @Override
  public Optional<FaceLibrary> openAfterClose() {
    return Optional.of(openCopy());
  }

  @Override
  public Optional<FaceLibrary> openAfterCrash() {
    return Optional.of(openCopy());
  }

  private FaceLibrary openCopy() {
    Path copy = root.resolve("copy-" + ++copies);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder = copy;
    return open();
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
