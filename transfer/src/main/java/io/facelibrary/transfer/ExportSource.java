package io.facelibrary.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An export as a source. The files list persons and faces in the same order. */
final class ExportSource extends TransferSource {
  private final Path folder;
  private final ExportFormat format;
  private final JsonNode manifest;
  private final Optional<EncoderModel> model;

  private ExportSource(Path folder, ExportFormat format, JsonNode manifest) {
    this.folder = folder;
    this.format = format;
    this.manifest = manifest;
    this.model =
        manifest.has("model")
            ? Optional.of(
                EncoderModel.of(
                    manifest.at("/model/name").asText(), manifest.at("/model/dimensions").asInt()))
            : Optional.empty();
  }

  static ExportSource open(Path folder) {
    Path file = folder.resolve(ExportFormat.MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw InvalidRequestException.of(
          "source", "must be a finished export: it has no " + ExportFormat.MANIFEST);
    }
    try {
      JsonNode manifest = Json.MAPPER.readTree(file.toFile());
      if (!manifest.path("format").asText().equals(ExportFormat.NAME)) {
        throw InvalidRequestException.of("source", "must be an export of a face library");
      }
      ExportSource source = new ExportSource(folder, format(manifest.path("version")), manifest);
      source.verify();
      return source;
    } catch (IOException e) {
      throw damaged(ExportFormat.MANIFEST);
    }
  }

  private static ExportFormat format(JsonNode version) {
    return ExportFormat.ofVersion(version.asInt())
        .orElseThrow(
            () ->
                InvalidRequestException.of(
                    "source",
                    "is an export of version "
                        + version.asText()
                        + "; this release reads the versions "
                        + Arrays.stream(ExportFormat.values())
                            .map(it -> Integer.toString(it.version()))
                            .collect(Collectors.joining(", "))));
  }

  private void verify() throws IOException {
    for (String required : ExportFormat.files(model.isPresent())) {
      if (!manifest.path("files").has(required)) {
        throw damaged(ExportFormat.MANIFEST);
      }
    }
    for (Map.Entry<String, JsonNode> entry : manifest.path("files").properties()) {
      // The file name alone: a path could lead out of the export.
      Path file = folder.resolve(Path.of(entry.getKey()).getFileName());
      if (!Files.isRegularFile(file)
          || !ExportFormat.sha256(file).equals(entry.getValue().path("sha256").asText())) {
        throw damaged(entry.getKey());
      }
    }
    try (Stream<Path> images = Files.list(folder.resolve(format.imageFolder()))) {
      for (Path image : images.sorted().toList()) {
        String name = image.getFileName().toString();
        if (!name.startsWith(ExportFormat.sha256(image) + ".")) {
          throw damaged(format.imageFolder() + "/" + name);
        }
      }
    }
    ExportedFaces.verify(folder, format, model, manifest.path("persons").asLong(-1));
  }

  private static InvalidRequestException damaged(String file) {
    return InvalidRequestException.of(
        "source", "is damaged: " + file + " differs from what was written");
  }

  @Override
  Optional<EncoderModel> model() {
    return model;
  }

  @Override
  OptionalLong faces() {
    return OptionalLong.of(manifest.path("faces").asLong());
  }

  @Override
  String identity() {
    try {
      return "export " + ExportFormat.sha256(folder.resolve(ExportFormat.MANIFEST));
    } catch (IOException e) {
      throw damaged(ExportFormat.MANIFEST);
    }
  }

  @Override
  void forEach(Consumer<PersonToCopy> each) {
    try (Stream<String> persons = Files.lines(folder.resolve(ExportFormat.PERSONS));
        Stream<String> faces = Files.lines(folder.resolve(ExportFormat.FACES))) {
      FaceLines faceLines = new FaceLines(faces.map(ExportSource::parsed).iterator());
      persons.map(ExportSource::parsed).forEach(person -> each.accept(person(person, faceLines)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of the faces, read person by person. */
  private static final class FaceLines {
    private final Iterator<JsonNode> lines;
    private Optional<JsonNode> next = Optional.empty();

    FaceLines(Iterator<JsonNode> lines) {
      this.lines = lines;
      advance();
    }

    private void advance() {
      next = lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
    }

    /** Reads the lines up to the first line of another person. */
    List<JsonNode> take(String person) {
      List<JsonNode> taken = new ArrayList<>();
      while (next.isPresent() && next.get().path("person").asText().equals(person)) {
        taken.add(next.get());
        advance();
      }
      return taken;
    }
  }

  private PersonToCopy person(JsonNode person, FaceLines faceLines) {
    String id = person.path("id").asText();
    Set<String> groups = new LinkedHashSet<>();
    person.path("groups").forEach(group -> groups.add(group.asText()));
    return new PersonToCopy(
        id,
        groups,
        Optional.of(person.path("name").asText("")),
        Optional.of(person.path("note").asText("")),
        true,
        faceLines.take(id).stream()
            .map(face -> new FaceToCopy(face.path("id").asText(), true, () -> load(face)))
            .toList());
  }

  private ArchivedFace load(JsonNode face) {
    Optional<FaceImage> image = Optional.empty();
    if (face.has(format.imageField())) {
      image = Optional.of(readImage(face.path(format.imageField()).asText()));
    } else if (face.has("source")) {
      image = Optional.of(FaceImage.at(face.path("source").asText()));
    }
    return ArchivedFace.of(
        image,
        face.has("vector")
            ? Optional.of(readVector(face.path("vector").asLong()))
            : Optional.empty());
  }

  private FaceImage readImage(String name) {
    Path images = folder.resolve(format.imageFolder());
    Path file = images.resolve(name);
    if (!images.equals(file.getParent())) {
      throw new UnreadableException("the image is not in the folder of images of the export");
    }
    try {
      return FaceImage.read(file);
    } catch (UncheckedIOException e) {
      throw new UnreadableException("the image cannot be read");
    }
  }

  private FaceEmbedding readVector(long index) {
    int dimensions = model.orElseThrow(() -> damaged(ExportFormat.MANIFEST)).dimensions();
    ByteBuffer bytes = ByteBuffer.allocate(dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel file = FileChannel.open(folder.resolve(ExportFormat.VECTORS))) {
      if (file.read(bytes, index * bytes.capacity()) < bytes.capacity()) {
        throw damaged(ExportFormat.VECTORS);
      }
    } catch (IOException e) {
      throw new UnreadableException("the vectors cannot be read");
    }
    float[] values = new float[dimensions];
    bytes.flip().asFloatBuffer().get(values);
    return FaceEmbedding.of(values);
  }

  private static JsonNode parsed(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
