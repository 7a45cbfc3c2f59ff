package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads exports of version 1, in which images have other names. */
class ExportVersionsTest {
  private static final String MANIFEST =
      """
      {
        "format" : "face-library-export",
        "version" : 1,
        "persons" : 2,
        "faces" : 3,
        "pictures" : 1,
        "model" : {
          "name" : "example/1",
          "dimensions" : 2
        },
        "files" : {
          "persons.jsonl" : {
            "bytes" : 128,
            "sha256" : "247be8707d849f1f5a1bbfa7a203d842b430f2819a8bb8926c260c6abbcd9452"
          },
          "faces.jsonl" : {
            "bytes" : 220,
            "sha256" : "7f5ec037cd3c7ef2b4b3679f239aebedcb8f6478698ab110a5d1e7f8bf08ebff"
          },
          "vectors.f32" : {
            "bytes" : 16,
            "sha256" : "a666c95f0822c64e01580063e9bb27c629d4d0534e3163a9611738599f97df2a"
          }
        }
      }
      """;

  private static final String PERSONS =
      """
      {"id":"ada","name":"Ada Lovelace","note":"","groups":["night","staff"]}
      {"id":"bob","name":"","note":"in no group","groups":[]}
      """;

  private static final String FACES =
      """
      {"id":"1","person":"ada","picture":"24975c4ed5bdd4cee226575fc2e1f3d5071b72983a3ba07839241072fec80b5b.png","vector":0}
      {"id":"2","person":"ada","source":"https://example.com/ada.jpg"}
      {"id":"3","person":"bob","vector":1}
      """;

  @TempDir Path place;
  private FaceImage.Bytes image;

  @BeforeEach
  void writeVersion1() throws IOException {
    image = TestImages.of(1);
    Files.writeString(place.resolve("manifest.json"), MANIFEST);
    Files.writeString(place.resolve("persons.jsonl"), PERSONS);
    Files.writeString(place.resolve("faces.jsonl"), FACES);
    ByteBuffer vectors = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    vectors.putFloat(1).putFloat(0).putFloat(0).putFloat(1);
    Files.write(place.resolve("vectors.f32"), vectors.array());
    Path images = Files.createDirectory(place.resolve("pictures"));
    Files.write(images.resolve(image.sha256() + ".png"), image.bytes());
  }

  @Test
  void readsVersion1() {
    TransferSource source = TransferSource.export(place);
    List<ArchivedFace> faces = new ArrayList<>();
    source.forEach(person -> person.faces().forEach(face -> faces.add(face.loader().load())));

    assertThat(source.model()).contains(EncoderModel.of("example/1", 2));
    assertThat(faces)
        .containsExactly(
            ArchivedFace.of(Optional.of(image), Optional.of(FaceEmbedding.of(new float[] {1, 0}))),
            ArchivedFace.of(FaceImage.at("https://example.com/ada.jpg")),
            ArchivedFace.of(FaceEmbedding.of(new float[] {0, 1})));
  }

  @Test
  void namesTheMissingImageOfVersion1() throws IOException {
    Files.delete(place.resolve("pictures").resolve(image.sha256() + ".png"));

    assertThatThrownBy(() -> TransferSource.export(place))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("faces.jsonl line 1 must name an image that exists");
  }

  @Test
  void refusesALaterVersion() throws IOException {
    Files.writeString(
        place.resolve("manifest.json"), MANIFEST.replace("\"version\" : 1", "\"version\" : 3"));

    assertThatThrownBy(() -> TransferSource.export(place))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("is an export of version 3; this release reads the versions 1, 2");
  }
}
