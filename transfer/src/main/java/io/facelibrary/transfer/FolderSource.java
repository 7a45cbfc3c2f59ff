package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder with a folder for each person. What is in it is looked up once, when it is opened. */
final class FolderSource extends TransferSource {
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "bmp", "gif", "webp");

  private final Map<String, List<Path>> pictures = new TreeMap<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Path root;

  private FolderSource(Path root) {
    this.root = root;
  }

  static FolderSource open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw InvalidRequestException.of("source", "must be a folder with a folder for each person");
    }
    try {
      FolderSource source = new FolderSource(folder.toRealPath());
      source.collect(source.root, Optional.empty());
      if (source.pictures.isEmpty() && source.refusals.isEmpty()) {
        throw InvalidRequestException.of(
            "source", "must hold a folder for each person, with pictures; nothing is in it");
      }
      return source;
    } catch (IOException | UncheckedIOException e) {
      throw InvalidRequestException.of("source", "must be a folder that can be read");
    }
  }

  private void collect(Path folder, Optional<String> person) throws IOException {
    for (Path entry : sorted(folder)) {
      String name = entry.getFileName().toString();
      if (name.startsWith(".")) {
        continue; // hidden, as editors and systems leave them
      }
      if (Files.isSymbolicLink(entry) && !staysWithin(entry)) {
        refusals.add(
            new Refusal(key(entry), "is a link that leads out of the folder or in a ring"));
      } else if (Files.isDirectory(entry)) {
        collect(entry, Optional.of(person.orElse(name)));
      } else if (person.isEmpty()) {
        refusals.add(new Refusal(key(entry), "must be in a folder named after the person"));
      } else if (PICTURES.contains(extension(name))) {
        pictures.computeIfAbsent(person.get(), id -> new ArrayList<>()).add(entry);
      } else {
        refusals.add(new Refusal(key(entry), "has no name of a picture: " + endings()));
      }
    }
  }

  /** A link to a file of the folder is one more name of it; a link to a folder could be a ring. */
  private boolean staysWithin(Path link) {
    try {
      return Files.isRegularFile(link) && link.toRealPath().startsWith(root);
    } catch (IOException e) {
      return false; // it leads nowhere
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String endings() {
    return String.join(", ", PICTURES.stream().sorted().toList());
  }

  private String key(Path entry) {
    return root.relativize(entry).toString().replace('\\', '/');
  }

  @Override
  String identity() {
    return "folder " + root;
  }

  @Override
  void forEach(Consumer<PersonToCopy> each) {
    pictures.forEach(
        (person, files) ->
            each.accept(
                new PersonToCopy(
                    person,
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    files.stream()
                        .map(file -> new FaceToCopy(key(file), false, () -> load(file)))
                        .toList())));
  }

  private static ArchivedFace load(Path file) {
    try {
      return new ArchivedFace(Optional.of(FaceImage.read(file)), Optional.empty());
    } catch (UncheckedIOException e) {
      throw new UnreadableException("the file cannot be read");
    }
  }

  @Override
  OptionalLong faces() {
    return OptionalLong.of(pictures.values().stream().mapToLong(List::size).sum());
  }

  @Override
  List<Refusal> refusals() {
    return refusals;
  }
}
