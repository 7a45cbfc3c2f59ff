package io.facelibrary.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files of an export. Close it before {@link #finish}, which writes the manifest. */
final class ExportWriter implements AutoCloseable {
  private final Map<PersonId, List<FaceId>> incomplete =
      new TreeMap<>(Comparator.comparing(PersonId::value));
  private final Path folder;
  private final Path images;
  private final Optional<EncoderModel> model;
  private final OutputStream persons;
  private final OutputStream faces;
  private final Optional<OutputStream> vectors;
  private long personCount;
  private long faceCount;
  private long incompleteCount;
  private long vectorCount;
  private long imageCount;

  private ExportWriter(Path folder, Optional<EncoderModel> model) throws IOException {
    this.folder = folder;
    this.images = Files.createDirectory(folder.resolve(ExportFormat.CURRENT.imageFolder()));
    this.model = model;
    persons = create(ExportFormat.PERSONS);
    faces = create(ExportFormat.FACES);
    vectors = model.isPresent() ? Optional.of(create(ExportFormat.VECTORS)) : Optional.empty();
  }

  /**
   * Creates the folder and the files.
   *
   * @param model the model of the vectors to write; without it, none are written
   * @throws InvalidRequestException if the folder is not empty
   */
  static ExportWriter create(Path folder, Optional<EncoderModel> model) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw InvalidRequestException.of("target", "must be an empty folder");
      }
    }
    return new ExportWriter(folder, model);
  }

  private OutputStream create(String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
  }

  long faces() {
    return faceCount;
  }

  /** Returns how many of the faces have neither image nor URL. */
  long incompleteFaces() {
    return incompleteCount;
  }

  void writePerson(PersonToCopy person) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("id", person.id());
    person.name().ifPresent(name -> line.put("name", name));
    person.note().ifPresent(note -> line.put("note", note));
    person.groups().forEach(line.withArray("groups")::add);
    try {
      write(persons, line);
      for (FaceToCopy face : person.faces()) {
        writeFace(person.id(), face);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    personCount++;
  }

  private void writeFace(String person, FaceToCopy face) throws IOException {
    ArchivedFace loaded;
    try {
      loaded = face.loader().load();
    } catch (UnreadableException e) {
      return; // deleted since the faces were listed
    }
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("id", face.key()).put("person", person);
    if (loaded.image().isEmpty()) {
      incompleteCount++;
      incomplete
          .computeIfAbsent(PersonId.of(person), id -> new ArrayList<>())
          .add(FaceId.of(face.key()));
    } else if (loaded.image().get() instanceof FaceImage.Bytes image) {
      line.put(ExportFormat.CURRENT.imageField(), writeImage(image));
    } else if (loaded.image().get() instanceof FaceImage.Url url) {
      line.put("source", url.url().toString());
    }
    if (vectors.isPresent() && loaded.embedding().isPresent()) {
      line.put("vector", vectorCount++);
      vectors.get().write(bytes(loaded.embedding().get()));
    }
    write(faces, line);
    faceCount++;
  }

  /** Writes the image unless it is there, and returns its file name. */
  private String writeImage(FaceImage.Bytes image) throws IOException {
    String name = image.sha256() + "." + Words.of(image.format());
    Path file = images.resolve(name);
    if (!Files.exists(file)) {
      Files.write(file, image.bytes());
      imageCount++;
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

  /**
   * Writes the manifest, under another name first, so that a manifest is never partial.
   *
   * @param includesUngrouped whether persons in no group were visited
   */
  ExportResult finish(boolean includesUngrouped) throws IOException {
    ObjectNode manifest = Json.MAPPER.createObjectNode();
    manifest.put("format", ExportFormat.NAME).put("version", ExportFormat.CURRENT.version());
    manifest.put("persons", personCount).put("faces", faceCount);
    manifest.put(ExportFormat.CURRENT.imageFolder(), imageCount);
    model.ifPresent(
        it ->
            manifest.putObject("model").put("name", it.name()).put("dimensions", it.dimensions()));
    for (String name : ExportFormat.files(model.isPresent())) {
      Path file = folder.resolve(name);
      manifest
          .withObject("/files")
          .putObject(name)
          .put("bytes", Files.size(file))
          .put("sha256", ExportFormat.sha256(file));
    }
    Path unfinished = folder.resolve(ExportFormat.MANIFEST + ".part");
    Files.writeString(
        unfinished,
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
    Files.move(unfinished, folder.resolve(ExportFormat.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    return new ExportResult(personCount, faceCount, incomplete, includesUngrouped);
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
