package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.green.support.TextFaceIds;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericFaceIdsTest {
  private static final String ADD =
      "{\"personId\":\"anna\",\"urls\":[\"https://example.com/1.jpg\",\"https://example.com/2.jpg\"]}";

  @ParameterizedTest
  @ValueSource(strings = {"1", "23088737259260929", "9223372036854775807"})
  void keepsNumbersUnchanged(String number) {
    assertThat(NumericFaceIds.of(FaceId.of(number))).isEqualTo(Long.parseLong(number));
    assertThat(NumericFaceIds.plain(List.of(number, number))).containsExactly(FaceId.of(number));
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
  void mapsOtherIdsToNumbersOfSeventeenDigits(String id) {
    long number = NumericFaceIds.of(FaceId.of(id));

    assertThat(number).isBetween(10_000_000_000_000_000L, 99_999_999_999_999_999L);
    assertThat(number).isGreaterThan(1L << 53).isEqualTo(NumericFaceIds.of(FaceId.of(id)));
    assertThat(NumericFaceIds.plain(List.of(id))).isEmpty();
  }

  @Test
  void usesNumbersForAnyFaceIdsOfTheLibrary() {
    FaceLibrary library = new TextFaceIds(InMemoryFaceLibrary.builder().open());
    library.addPerson(AddPerson.of(PersonId.of("anna"), GroupId.of("staff")));
    JsonObject added = InProcessOperations.of(library).data(GreenOperation.ADD_FACES, ADD);
    String first = InProcessOperations.item(added, "faceImageItems", 0).get("faceId").getAsString();
    String second =
        InProcessOperations.item(added, "faceImageItems", 1).get("faceId").getAsString();
    // A new instance, as after a restart: nothing is stored.
    InProcessOperations operations = InProcessOperations.of(library);

    JsonObject person = operations.data(GreenOperation.GET_PERSON, "{\"personId\":\"anna\"}");
    JsonObject got =
        operations.data(
            GreenOperation.GET_FACES,
            "{\"personId\":\"anna\",\"faceIds\":[%s,12345678901234567]}".formatted(second));
    JsonObject searched =
        operations.call(
            GreenOperation.IMAGE_SYNC_SCAN,
            "{\"scenes\":[\"sface-n\"],\"tasks\":[{\"url\":\"https://example.com/2.jpg\","
                + "\"extras\":{\"groupId\":\"staff\"}}]}");
    JsonObject deleted =
        operations.data(
            GreenOperation.DELETE_FACES,
            "{\"personId\":\"anna\",\"faceIds\":[12345678901234567,\"%s\"]}".formatted(first));
    JsonObject left = operations.data(GreenOperation.GET_PERSON, "{\"personId\":\"anna\"}");

    assertThat(first).matches("[1-9][0-9]{16}").isNotEqualTo(second);
    assertThat(person.getAsJsonArray("faceIds").toString()).contains(first, second);
    assertThat(InProcessOperations.item(got, "faceImageItems", 0).get("url").getAsString())
        .isEqualTo("https://example.com/2.jpg");
    assertThat(InProcessOperations.item(got, "faceImageItems", 1).get("success").getAsBoolean())
        .isFalse();
    assertThat(searched.toString()).contains("\"faceId\":\"" + second + "\"");
    assertThat(deleted.getAsJsonArray("faceIds")).hasToString("[\"" + first + "\"]");
    assertThat(left.getAsJsonArray("faceIds")).hasToString("[\"" + second + "\"]");
  }

  @Test
  void reportsAMissingPersonEvenWithoutNumericIds() {
    InProcessOperations operations = InProcessOperations.of(InMemoryFaceLibrary.builder().open());

    for (GreenOperation operation :
        List.of(GreenOperation.GET_FACES, GreenOperation.DELETE_FACES)) {
      JsonObject response =
          operations.call(operation, "{\"personId\":\"anna\",\"faceIds\":[\"none\"]}");

      assertThat(response.get("msg").getAsString()).isEqualTo("The person is not exist!");
    }
  }
}
