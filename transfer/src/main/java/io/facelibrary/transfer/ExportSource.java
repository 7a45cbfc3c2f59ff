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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An export as a source. Persons and faces stand in the same order in their files. */
final class ExportSource extends TransferSource {
  private final Path folder;
  private final JsonNode manifest;
  private final Optional<EncoderModel> model;

  private ExportSource(Path folder, JsonNode manifest) {
    this.folder = folder;
    this.manifest = manifest;
    this.model =
        manifest.has("model")
            ? Optional.of(
                new EncoderModel(
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
      if (manifest.path("version").asInt() != ExportFormat.VERSION) {
        throw InvalidRequestException.of(
            "source",
            "is an export of version "
                + manifest.path("version").asText()
                + "; this release reads version "
                + ExportFormat.VERSION);
      }
      ExportSource source = new ExportSource(folder, manifest);
      source.verify();
      return source;
    } catch (IOException e) {
      throw damaged(ExportFormat.MANIFEST);
    }
  }

  private void verify() throws IOException {
    for (String required : ExportFormat.files(model.isPresent())) {
      if (!manifest.path("files").has(required)) {
        throw damaged(ExportFormat.MANIFEST);
      }
    }
    for (Map.Entry<String, JsonNode> entry : manifest.path("files").properties()) {
      // A name with a folder could lead out of the export.
      Path file = folder.resolve(Path.of(entry.getKey()).getFileName());
      if (!Files.isRegularFile(file)
          || !ExportFormat.sha256(file).equals(entry.getValue().path("sha256").asText())) {
        throw damaged(entry.getKey());
      }
    }
    try (Stream<Path> pictures = Files.list(folder.resolve(ExportFormat.PICTURES))) {
      for (Path picture : pictures.sorted().toList()) {
        String name = picture.getFileName().toString();
        if (!name.startsWith(ExportFormat.sha256(picture) + ".")) {
          throw damaged(ExportFormat.PICTURES + "/" + name);
        }
      }
    }
    ExportedFaces.verify(folder, model, manifest.path("persons").asLong(-1));
  }

  private static InvalidRequestException damaged(String file) {
    return InvalidRequestException.of(
        "source", "is damaged: " + file + " is not as it was written");
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
      Iterator<JsonNode> faceLines = faces.map(ExportSource::parsed).iterator();
      JsonNode[] next = {faceLines.hasNext() ? faceLines.next() : null};
      persons
          .map(ExportSource::parsed)
          .forEach(person -> each.accept(person(person, faceLines, next)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PersonToCopy person(JsonNode person, Iterator<JsonNode> faceLines, JsonNode[] next) {
    String id = person.path("id").asText();
    List<FaceToCopy> faces = new ArrayList<>();
    while (next[0] != null && next[0].path("person").asText().equals(id)) {
      JsonNode face = next[0];
      faces.add(new FaceToCopy(face.path("id").asText(), true, () -> load(face)));
      next[0] = faceLines.hasNext() ? faceLines.next() : null;
    }
    Set<String> groups = new LinkedHashSet<>();
    person.path("groups").forEach(group -> groups.add(group.asText()));
    return new PersonToCopy(
        id,
        groups,
        Optional.of(person.path("name").asText("")),
        Optional.of(person.path("note").asText("")),
        true,
        faces);
  }

  private ArchivedFace load(JsonNode face) {
    Optional<FaceImage> image = Optional.empty();
    if (face.has("picture")) {
      image = Optional.of(picture(face.path("picture").asText()));
    } else if (face.has("source")) {
      image = Optional.of(FaceImage.at(face.path("source").asText()));
    }
    return new ArchivedFace(
        image,
        face.has("vector") ? Optional.of(vector(face.path("vector").asLong())) : Optional.empty());
  }

  private FaceImage picture(String name) {
    Path pictures = folder.resolve(ExportFormat.PICTURES);
    Path file = pictures.resolve(name);
    if (!pictures.equals(file.getParent())) {
      throw new UnreadableException("the picture is not among the pictures of the export");
    }
    try {
      return FaceImage.read(file);
    } catch (UncheckedIOException e) {
      throw new UnreadableException("the picture cannot be read");
    }
  }

  private FaceEmbedding vector(long index) {
    int dimensions = model.orElseThrow(() -> damaged(ExportFormat.MANIFEST)).dimensions();
    ByteBuffer bytes = ByteBuffer.allocate(dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel file = FileChannel.open(folder.resolve(ExportFormat.VECTORS))) {
      if (file.read(bytes, index * bytes.capacity()) < bytes.capacity()) {
        throw damaged(ExportFormat.VECTORS);
      }
    } catch (IOException e) {
      throw new UnreadableException("the vectors cannot be read");
    }
    float[] numbers = new float[dimensions];
    bytes.flip().asFloatBuffer().get(numbers);
    return FaceEmbedding.of(numbers);
  }

  private static JsonNode parsed(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
