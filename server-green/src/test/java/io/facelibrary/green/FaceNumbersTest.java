package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceNumbersTest {
  private static final String ADD =
      "{\"personId\":\"anna\",\"urls\":[\"https://example.com/1.jpg\",\"https://example.com/2.jpg\"]}";

  @ParameterizedTest
  @ValueSource(strings = {"1", "23088737259260929", "9223372036854775807"})
  void leavesNumbersAsTheyAre(String number) {
    assertThat(FaceNumbers.of(FaceId.of(number))).isEqualTo(Long.parseLong(number));
    assertThat(FaceNumbers.plain(List.of(number, number))).containsExactly(FaceId.of(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "+1",
        "007",
        "1.0",
        "9223372036854775808",
        "\u0661",
        "anna",
        "face 1",
        "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
      })
  void givesEverythingElseANumberOfSeventeenDigits(String id) {
    long number = FaceNumbers.of(FaceId.of(id));

    assertThat(number).isBetween(10_000_000_000_000_000L, 99_999_999_999_999_999L);
    assertThat(number).isGreaterThan(1L << 53).isEqualTo(FaceNumbers.of(FaceId.of(id)));
    assertThat(FaceNumbers.plain(List.of(id))).isEmpty();
  }

  @Test
  void namesFacesByNumberWhateverTheirIdsAre() {
    FaceLibrary library = new NamedFaces(InMemoryFaceLibrary.builder().open());
    library.addPerson(AddPerson.of(PersonId.of("anna"), GroupId.of("staff")));
    JsonObject added = Served.of(library).data(GreenOperation.ADD_FACES, ADD);
    String first = Served.item(added, "faceImageItems", 0).get("faceId").getAsString();
    String second = Served.item(added, "faceImageItems", 1).get("faceId").getAsString();
    // As after a restart: nothing is remembered.
    Served served = Served.of(library);

    JsonObject person = served.data(GreenOperation.GET_PERSON, "{\"personId\":\"anna\"}");
    JsonObject got =
        served.data(
            GreenOperation.GET_FACES,
            "{\"personId\":\"anna\",\"faceIds\":[%s,12345678901234567]}".formatted(second));
    JsonObject searched =
        served.answer(
            GreenOperation.IMAGE_SYNC_SCAN,
            "{\"scenes\":[\"sface-n\"],\"tasks\":[{\"url\":\"https://example.com/2.jpg\","
                + "\"extras\":{\"groupId\":\"staff\"}}]}");
    JsonObject deleted =
        served.data(
            GreenOperation.DELETE_FACES,
            "{\"personId\":\"anna\",\"faceIds\":[12345678901234567,\"%s\"]}".formatted(first));
    JsonObject left = served.data(GreenOperation.GET_PERSON, "{\"personId\":\"anna\"}");

    assertThat(first).matches("[1-9][0-9]{16}").isNotEqualTo(second);
    assertThat(person.getAsJsonArray("faceIds").toString()).contains(first, second);
    assertThat(Served.item(got, "faceImageItems", 0).get("url").getAsString())
        .isEqualTo("https://example.com/2.jpg");
    assertThat(Served.item(got, "faceImageItems", 1).get("success").getAsBoolean()).isFalse();
    assertThat(searched.toString()).contains("\"faceId\":\"" + second + "\"");
    assertThat(deleted.getAsJsonArray("faceIds")).hasToString("[\"" + first + "\"]");
    assertThat(left.getAsJsonArray("faceIds")).hasToString("[\"" + second + "\"]");
  }

  @Test
  void knowsThatAPersonIsMissingThoughNoNumberIsNamed() {
    Served served = Served.of(InMemoryFaceLibrary.builder().open());

    for (GreenOperation operation :
        List.of(GreenOperation.GET_FACES, GreenOperation.DELETE_FACES)) {
      JsonObject answer =
          served.answer(operation, "{\"personId\":\"anna\",\"faceIds\":[\"none\"]}");

      assertThat(answer.get("msg").getAsString()).isEqualTo("The person is not exist!");
    }
  }
}
