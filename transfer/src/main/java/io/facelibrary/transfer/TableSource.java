package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A list of faces. Consecutive faces of one person are copied together. */
final class TableSource extends TransferSource {
  private static final int MAX_TOGETHER = 1000;

  private final Path folder;
  private final Path file;
  private final Rows rows;

  TableSource(Path file, Rows rows) {
    this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    this.file = file;
    this.rows = rows;
  }

  @Override
  Optional<EncoderModel> model() {
    return rows.model();
  }

  @Override
  String identity() {
    try {
      // Identifies the file by its content, because faces are identified by their line numbers.
      return "list " + ExportFormat.sha256(file);
    } catch (IOException e) {
      throw Rows.broken(e);
    }
  }

  @Override
  void forEach(Consumer<PersonToCopy> each) {
    List<Row> together = new ArrayList<>();
    rows.forEach(
        row -> {
          boolean another =
              !together.isEmpty()
                  && (!together.get(0).person().equals(row.person())
                      || together.size() == MAX_TOGETHER);
          if (another) {
            each.accept(person(together));
            together.clear();
          }
          together.add(row);
        });
    if (!together.isEmpty()) {
      each.accept(person(together));
    }
  }

  private PersonToCopy person(List<Row> together) {
    Set<String> groups = new LinkedHashSet<>();
    List<FaceToCopy> faces = new ArrayList<>(together.size());
    for (Row row : together) {
      groups.addAll(row.groups());
      if (row.image().isPresent() || row.vector().isPresent()) {
        faces.add(new FaceToCopy("line " + row.line(), false, () -> load(row)));
      }
    }
    return new PersonToCopy(
        together.get(0).person(),
        groups,
        first(together, Row::name),
        first(together, Row::note),
        false,
        faces);
  }

  private static Optional<String> first(List<Row> rows, Function<Row, Optional<String>> field) {
    return rows.stream().flatMap(row -> field.apply(row).stream()).findFirst();
  }

  private ArchivedFace load(Row row) {
    return ArchivedFace.of(row.image().map(this::readImage), row.vector());
  }

  private FaceImage readImage(String pathOrUrl) {
    String lower = pathOrUrl.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return FaceImage.at(pathOrUrl);
    }
    try {
      Path file = folder.resolve(pathOrUrl);
      if (!Files.isRegularFile(file)) {
        throw new UnreadableException("the image file does not exist");
      }
      return FaceImage.read(file);
    } catch (InvalidPathException e) {
      throw new UnreadableException("the name of the image cannot be a file name on this machine");
    } catch (UncheckedIOException e) {
      throw new UnreadableException("the image cannot be read");
    }
  }
}
