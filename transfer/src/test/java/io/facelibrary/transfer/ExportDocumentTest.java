package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.embedded.EmbeddedFaceLibrary;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares docs/export-format.md with the exports that are written and read. */
class ExportDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "export-format.md");

  @TempDir Path place;

  private static String example(String file) throws IOException {
    Matcher block =
        Pattern.compile("<!-- example: " + file + " -->\n```json\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT));
    assertThat(block.find()).as("the document has an example of %s", file).isTrue();
    return block.group(1);
  }

  @Test
  void theExampleIsAnExport() throws IOException {
    for (String file : List.of("manifest.json", "persons.jsonl", "faces.jsonl")) {
      Files.writeString(place.resolve(file), example(file));
    }
    ByteBuffer vectors = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    vectors.putFloat(1).putFloat(0).putFloat(0).putFloat(1);
    Files.write(place.resolve("vectors.f32"), vectors.array());
    FaceImage.Bytes image = TestImages.of(1);
    Files.write(
        Files.createDirectory(place.resolve("images")).resolve(image.sha256() + ".png"),
        image.bytes());

    TransferSource source = TransferSource.export(place);
    List<PersonToCopy> persons = new ArrayList<>();
    source.forEach(persons::add);

    assertThat(source.model()).contains(EncoderModel.of("example/1", 2));
    assertThat(persons).extracting(PersonToCopy::id).containsExactly("ada", "bob");
    assertThat(persons.get(0).groups()).containsExactlyInAnyOrder("night", "staff");
    assertThat(persons.get(1).groups()).isEmpty();
    assertThat(faces(persons.get(0)))
        .containsExactly(
            ArchivedFace.of(Optional.of(image), Optional.of(FaceEmbedding.of(new float[] {1, 0}))),
            ArchivedFace.of(FaceImage.at("https://example.com/ada.jpg")));
    assertThat(faces(persons.get(1)))
        .containsExactly(ArchivedFace.of(FaceEmbedding.of(new float[] {0, 1})));
  }

  private static List<ArchivedFace> faces(PersonToCopy person) {
    return person.faces().stream().map(face -> face.loader().load()).toList();
  }

  @Test
  void anExportHasTheFieldsOfTheExampleInTheSameOrder() throws IOException {
    Path folder = place.resolve("export");
    PersonId ada = PersonId.of("ada");
    try (FaceLibrary library =
        EmbeddedFaceLibrary.builder(place.resolve("library"))
            .encoder(new FakeFaceEncoder())
            .open()) {
      library.addPerson(AddPerson.of(ada));
      var face = library.addFaces(AddFaces.of(ada, TestImages.of(1))).orThrow();
      assertThat(face).hasSize(1);
      var exported = Export.of(library).writeTo(folder);
      assertThat(exported.isComplete()).isTrue();
    }

    for (String file : List.of("manifest.json", "persons.jsonl", "faces.jsonl")) {
      assertThat(fields(Files.readString(folder.resolve(file)), file))
          .as(file)
          .isEqualTo(fields(example(file), file));
    }
  }

  /** Returns the names of all fields, nested ones too, of the object or of the first line. */
  private static List<String> fields(String text, String file) throws IOException {
    String object = file.endsWith("l") ? text.lines().findFirst().orElseThrow() : text;
    List<String> names = new ArrayList<>();
    collect(Json.MAPPER.readTree(object), names);
    return names;
  }

  private static void collect(JsonNode node, List<String> names) {
    node.properties()
        .forEach(
            field -> {
              names.add(field.getKey());
              collect(field.getValue(), names);
            });
  }
}
