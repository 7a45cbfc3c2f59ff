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

/** A folder with a folder for each person. Its content is listed once, when it is opened. */
final class FolderSource extends TransferSource {
  private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp", "gif", "webp");

  private final Map<String, List<Path>> images = new TreeMap<>();
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
      if (source.images.isEmpty() && source.refusals.isEmpty()) {
        throw InvalidRequestException.of(
            "source", "must have a folder with images for each person; no image was found");
      }
      return source;
    } catch (IOException | UncheckedIOException e) {
      throw InvalidRequestException.of("source", "must be a readable folder");
    }
  }

  private void collect(Path folder, Optional<String> person) throws IOException {
    for (Path entry : listSorted(folder)) {
      String name = entry.getFileName().toString();
      if (name.startsWith(".")) {
        continue; // hidden files of editors and operating systems
      }
      if (Files.isSymbolicLink(entry) && !staysWithin(entry)) {
        refusals.add(
            new Refusal(
                key(entry), "is a symbolic link that leads out of the folder or to a folder"));
      } else if (Files.isDirectory(entry)) {
        collect(entry, Optional.of(person.orElse(name)));
      } else if (person.isEmpty()) {
        refusals.add(new Refusal(key(entry), "must be in a folder named after the person"));
      } else if (EXTENSIONS.contains(extension(name))) {
        images.computeIfAbsent(person.get(), id -> new ArrayList<>()).add(entry);
      } else {
        refusals.add(
            new Refusal(key(entry), "must have the extension of an image: " + extensions()));
      }
    }
  }

  /** A link to a file in the folder is another name of it; links to folders could form a cycle. */
  private boolean staysWithin(Path link) {
    try {
      return Files.isRegularFile(link) && link.toRealPath().startsWith(root);
    } catch (IOException e) {
      return false; // the target does not exist
    }
  }

  private static List<Path> listSorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String extensions() {
    return String.join(", ", EXTENSIONS.stream().sorted().toList());
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
    images.forEach(
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
      return ArchivedFace.of(FaceImage.read(file));
    } catch (UncheckedIOException e) {
      throw new UnreadableException("the file cannot be read");
    }
  }

  @Override
  OptionalLong faces() {
    return OptionalLong.of(images.values().stream().mapToLong(List::size).sum());
  }

  @Override
  List<Refusal> refusals() {
    return refusals;
  }
}
