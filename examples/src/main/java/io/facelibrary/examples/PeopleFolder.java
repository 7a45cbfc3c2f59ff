package io.facelibrary.examples;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads {@code folder/person/image}. Links are followed. A file that cannot be used is listed with
 * its reason. Of equal images only the first is used, since their distance of 0 says nothing.
 */
final class PeopleFolder {
  /** The pairs of this many files take 100 MB. */
  static final int MAX_FILES = 5_000;

  private final TreeMap<String, List<FaceEmbedding>> people = new TreeMap<>();
  private final List<String> unused = new ArrayList<>();
  private final Set<FaceEmbedding> known = new HashSet<>();
  private final Path folder;

  private PeopleFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the folder.
   *
   * @throws InvalidRequestException if the folder does not exist or contains too many files
   */
  static PeopleFolder read(Path folder, FaceEncoder encoder) {
    if (!Files.isDirectory(folder)) {
      throw InvalidRequestException.of(
          "folder", "must be a folder that contains a folder for each person");
    }
    List<Path> entries = list(folder);
    if (files(entries) > MAX_FILES) {
      throw InvalidRequestException.of("folder", "must have at most " + MAX_FILES + " files");
    }
    PeopleFolder read = new PeopleFolder(folder);
    for (Path person : entries) {
      if (Files.isDirectory(person)) {
        read.readPerson(person, encoder);
      } else {
        read.omit(person, "is not in the folder of a person");
      }
    }
    return read;
  }

  List<List<FaceEmbedding>> people() {
    return List.copyOf(people.values());
  }

  int images() {
    return known.size();
  }

  /** Returns the files that were not used, each with its reason. */
  List<String> unused() {
    return List.copyOf(unused);
  }

  private void readPerson(Path person, FaceEncoder encoder) {
    try {
      for (Path file : list(person)) {
        readImage(person, file, encoder);
      }
    } catch (UncheckedIOException e) {
      omit(person, "cannot be listed");
    }
  }

  private void readImage(Path person, Path file, FaceEncoder encoder) {
    if (!Files.isRegularFile(file)) {
      omit(file, Files.exists(file) ? "is not a file" : "is a broken link");
      return;
    }
    try {
      FaceEmbedding embedding =
          encoder.encodeOne(FaceImage.read(file)).orThrow().get(0).embedding();
      if (!known.add(embedding)) {
        omit(file, "is equal to an earlier image");
        return;
      }
      people
          .computeIfAbsent(person.getFileName().toString(), name -> new ArrayList<>())
          .add(embedding);
    } catch (FaceLibraryException e) {
      omit(file, e.getMessage());
    } catch (UncheckedIOException e) {
      omit(file, "cannot be read");
    }
  }

  private void omit(Path file, String reason) {
    unused.add(folder.relativize(file) + ": " + reason);
  }

  private static int files(List<Path> entries) {
    int files = 0;
    for (Path entry : entries) {
      if (Files.isDirectory(entry) && Files.isReadable(entry)) {
        files += list(entry).size();
      }
    }
    return files;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
