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

/** Opens a library in a folder of its own, and at a crash in a copy of what is on disk then. */
class FolderHarness implements Harness {
  private final Function<Path, FaceLibrary> opening;
  private final Path root;
  private Path folder;
  private int crashes;

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

  @Override
  public Optional<FaceLibrary> openAfterCrash() {
    Path copy = root.resolve("after-crash-" + ++crashes);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder = copy;
    return Optional.of(open());
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
