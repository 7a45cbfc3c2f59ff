package io.facelibrary.examples;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.FaceRecognizer;
import io.facelibrary.recognition.RecognizedFace;
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
 * Reads {@code folder/person/photograph}. Links are followed. What cannot be used is kept with its
 * reason, and of equal photographs only the first is used, since their distance of 0 says nothing.
 */
final class PeopleFolder {
  /** Their pairs fill 100 MB. */
  static final int AT_MOST = 5_000;

  private final TreeMap<String, List<FaceEmbedding>> people = new TreeMap<>();
  private final List<String> unused = new ArrayList<>();
  private final Set<FaceEmbedding> known = new HashSet<>();
  private final Path folder;

  private PeopleFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads all of it.
   *
   * @throws InvalidRequestException if there is no such folder, or it holds too many photographs
   */
  static PeopleFolder read(Path folder, FaceRecognizer recognizer) {
    if (!Files.isDirectory(folder)) {
      throw InvalidRequestException.of("folder", "must be a folder with a folder for each person");
    }
    List<Path> entries = list(folder);
    if (files(entries) > AT_MOST) {
      throw InvalidRequestException.of("folder", "must have at most " + AT_MOST + " files");
    }
    PeopleFolder read = new PeopleFolder(folder);
    for (Path person : entries) {
      if (Files.isDirectory(person)) {
        read.readPerson(person, recognizer);
      } else {
        read.leaveOut(person, "lies in no person's folder");
      }
    }
    return read;
  }

  List<List<FaceEmbedding>> people() {
    return List.copyOf(people.values());
  }

  int photographs() {
    return known.size();
  }

  /** What was not used, each with its reason. */
  List<String> unused() {
    return List.copyOf(unused);
  }

  private void readPerson(Path person, FaceRecognizer recognizer) {
    try {
      for (Path file : list(person)) {
        readPhotograph(person, file, recognizer);
      }
    } catch (UncheckedIOException e) {
      leaveOut(person, "cannot be listed");
    }
  }

  private void readPhotograph(Path person, Path file, FaceRecognizer recognizer) {
    if (!Files.isRegularFile(file)) {
      leaveOut(file, Files.exists(file) ? "is no file" : "is a link to nothing");
      return;
    }
    try {
      RecognizedFace face = recognizer.encodeOne(FaceImage.read(file)).orThrow();
      if (!known.add(face.embedding())) {
        leaveOut(file, "is equal to one before");
        return;
      }
      people
          .computeIfAbsent(person.getFileName().toString(), name -> new ArrayList<>())
          .add(face.embedding());
    } catch (FaceLibraryException e) {
      leaveOut(file, e.getMessage());
    } catch (UncheckedIOException e) {
      leaveOut(file, "cannot be read");
    }
  }

  private void leaveOut(Path file, String reason) {
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
