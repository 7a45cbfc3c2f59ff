package io.facelibrary.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Writes a library into a folder, in an open format that docs/export-format.md describes. The
 * manifest comes last, so that half an export is known as none.
 */
public final class Export {
  private final FaceLibrary library;
  private boolean withVectors = true;
  private BooleanSupplier stop = () -> false;
  private TransferProgress progress = (done, total, rejected) -> {};

  private Export(FaceLibrary library) {
    this.library = library;
  }

  /** Prepares an export of a library, which is not closed. */
  public static Export of(FaceLibrary library) {
    return new Export(library);
  }

  /** Leaves out the embeddings: who imports has to look at the pictures anew. */
  public Export withoutVectors() {
    withVectors = false;
    return this;
  }

  /** Tells after each person how many faces were written, of a number that is not known. */
  public Export progress(TransferProgress progress) {
    this.progress = progress;
    return this;
  }

  /** Asks before each person whether to stop; the folder then holds no finished export. */
  public Export stopWhen(BooleanSupplier stop) {
    this.stop = stop;
    return this;
  }

  /**
   * Writes the export.
   *
   * @param folder empty, or not there yet
   * @throws InvalidRequestException if the folder holds anything
   * @throws FaceLibraryException {@code INTERRUPTED} if it was stopped; {@code UNAVAILABLE} if a
   *     file cannot be written; nothing in the folder is then a finished export
   */
  public ExportResult to(Path folder) {
    Optional<EncoderModel> model =
        withVectors
            ? library.unwrap(FaceArchive.class).flatMap(FaceArchive::model)
            : Optional.empty();
    try {
      prepare(folder);
      Writing writing = new Writing(folder, model, library.unwrap(FaceArchive.class).isPresent());
      try (writing) {
        new LibrarySource(library, Optional.empty())
            .forEach(
                person -> {
                  writing.person(person, stop);
                  progress.heard(writing.faceCount, OptionalLong.empty(), writing.incompleteCount);
                });
      }
      return writing.finish();
    } catch (IOException | UncheckedIOException e) {
      throw FaceLibraryException.builder(
              ErrorKind.UNAVAILABLE, Effect.NONE, "the export cannot be written")
          .cause(e)
          .build();
    }
  }

  private static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw InvalidRequestException.of("target", "must be an empty folder");
      }
    }
    Files.createDirectory(folder.resolve(ExportFormat.PICTURES));
  }

  /** The files while they are written. */
  private static final class Writing implements AutoCloseable {
    private final Map<String, List<String>> incomplete = new TreeMap<>();
    private final Path folder;
    private final Optional<EncoderModel> model;
    private final boolean tellsEveryone;
    private final OutputStream persons;
    private final OutputStream faces;
    private final Optional<OutputStream> vectors;
    private long personCount;
    private long faceCount;
    private long incompleteCount;
    private long vectorCount;
    private long pictureCount;

    Writing(Path folder, Optional<EncoderModel> model, boolean tellsEveryone) throws IOException {
      this.folder = folder;
      this.model = model;
      this.tellsEveryone = tellsEveryone;
      persons = file(ExportFormat.PERSONS);
      faces = file(ExportFormat.FACES);
      vectors = model.isPresent() ? Optional.of(file(ExportFormat.VECTORS)) : Optional.empty();
    }

    private OutputStream file(String name) throws IOException {
      return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
    }

    void person(PersonToCopy person, BooleanSupplier stop) {
      if (stop.getAsBoolean()) {
        throw FaceLibraryException.of(ErrorKind.INTERRUPTED, Effect.NONE, "the export was stopped");
      }
      ObjectNode line = Json.MAPPER.createObjectNode();
      line.put("id", person.id());
      person.name().ifPresent(name -> line.put("name", name));
      person.note().ifPresent(note -> line.put("note", note));
      person.groups().forEach(line.withArray("groups")::add);
      try {
        write(persons, line);
        for (FaceToCopy face : person.faces()) {
          face(person.id(), face);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      personCount++;
    }

    private void face(String person, FaceToCopy face) throws IOException {
      ArchivedFace kept;
      try {
        kept = face.loader().load();
      } catch (UnreadableException e) {
        return; // it was deleted meanwhile, and is none of the library's any more
      }
      ObjectNode line = Json.MAPPER.createObjectNode();
      line.put("id", face.key()).put("person", person);
      if (kept.image().isEmpty()) {
        incompleteCount++;
        incomplete.computeIfAbsent(person, id -> new ArrayList<>()).add(face.key());
      } else if (kept.image().get() instanceof FaceImage.Bytes content) {
        line.put("picture", picture(content));
      } else if (kept.image().get() instanceof FaceImage.Url address) {
        line.put("source", address.url().toString());
      }
      if (vectors.isPresent() && kept.embedding().isPresent()) {
        line.put("vector", vectorCount++);
        vectors.get().write(bytes(kept.embedding().get()));
      }
      write(faces, line);
      faceCount++;
    }

    private String picture(FaceImage.Bytes content) throws IOException {
      String name = content.sha256() + "." + content.format().name().toLowerCase(Locale.ROOT);
      Path file = folder.resolve(ExportFormat.PICTURES).resolve(name);
      if (!Files.exists(file)) {
        Files.write(file, content.bytes());
        pictureCount++;
      }
      return name;
    }

    private static byte[] bytes(FaceEmbedding embedding) {
      ByteBuffer bytes =
          ByteBuffer.allocate(embedding.dimensions() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(embedding.toArray());
      return bytes.array();
    }

    private static void write(OutputStream out, ObjectNode line) throws IOException {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    ExportResult finish() throws IOException {
      ObjectNode manifest = Json.MAPPER.createObjectNode();
      manifest.put("format", ExportFormat.NAME).put("version", ExportFormat.VERSION);
      manifest.put("persons", personCount).put("faces", faceCount).put("pictures", pictureCount);
      model.ifPresent(
          it ->
              manifest
                  .putObject("model")
                  .put("name", it.name())
                  .put("dimensions", it.dimensions()));
      for (String name : List.of(ExportFormat.PERSONS, ExportFormat.FACES, ExportFormat.VECTORS)) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
          manifest
              .withObject("/files")
              .putObject(name)
              .put("bytes", Files.size(file))
              .put("sha256", ExportFormat.sha256(file));
        }
      }
      Path unfinished = folder.resolve(ExportFormat.MANIFEST + ".part");
      Files.writeString(
          unfinished,
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
      Files.move(unfinished, folder.resolve(ExportFormat.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
      return new ExportResult(personCount, faceCount, incomplete, tellsEveryone);
    }

    @Override
    public void close() throws IOException {
      try (persons;
          faces) {
        if (vectors.isPresent()) {
          vectors.get().close();
        }
      }
    }
  }
}
