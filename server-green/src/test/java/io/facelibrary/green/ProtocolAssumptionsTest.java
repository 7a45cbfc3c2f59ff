package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each question that the documentation leaves open, with its default and its other answers. */
class ProtocolAssumptionsTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final String URL = "https://example.com/a.jpg";

  private final FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();

  @BeforeEach
  void addAnna() {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")).withName("Anna").withNote("note"));
  }

  @Test
  void answersAMissingPersonWithTheCodeThatIsSet() {
    Served served =
        with(
            ProtocolAssumptions.builder()
                .missingPersonCode(404)
                .missingPersonOnDeleteFacesCode(500));

    JsonObject get = served.answer(GreenOperation.GET_PERSON, "{\"personId\":\"bob\"}");
    JsonObject delete =
        served.answer(GreenOperation.DELETE_FACES, "{\"personId\":\"bob\",\"faceIds\":[\"1\"]}");

    assertThat(get)
        .hasToString("{\"code\":404,\"msg\":\"The person is not exist!\",\"requestId\":\"R-1\"}");
    assertThat(delete.get("code").getAsInt()).isEqualTo(500);
  }

  @Test
  void refusesTheFacesThatDoNotFit() {
    JsonObject data = Served.of(library).data(GreenOperation.ADD_FACES, faces(21));

    assertThat(data.getAsJsonArray("faceImageItems")).hasSize(21);
    assertThat(Served.item(data, "faceImageItems", 19).get("success").getAsBoolean()).isTrue();
    assertThat(Served.item(data, "faceImageItems", 20))
        .hasToString(
            "{\"success\":false,\"msg\":\"The number of faces of the person exceeds the limit\"}");
  }

  @Test
  void refusesTheWholeCallWhenNotAllFacesFit() {
    Served served =
        with(ProtocolAssumptions.builder().fullPerson(ProtocolAssumptions.FullPerson.REFUSES_CALL));

    JsonObject refused = served.answer(GreenOperation.ADD_FACES, faces(21));
    JsonObject added = served.answer(GreenOperation.ADD_FACES, faces(20));

    assertThat(refused.get("code").getAsInt()).isEqualTo(400);
    assertThat(added.get("code").getAsInt()).isEqualTo(200);
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).faces()).hasSize(20);
  }

  @Test
  void answersNobodyOfAMissingGroup() {
    Served served = Served.of(library);

    JsonObject persons = served.data(GreenOperation.GET_PERSONS, "{\"groupId\":\"none\"}");
    JsonObject search = served.answer(GreenOperation.IMAGE_SYNC_SCAN, search("none"));

    assertThat(persons.get("totalCount").getAsInt()).isZero();
    assertThat(Served.item(search, "data", 0).get("code").getAsInt()).isEqualTo(200);
  }

  @Test
  void refusesAMissingGroupWhenSet() {
    Served served =
        with(
            ProtocolAssumptions.builder()
                .missingGroup(ProtocolAssumptions.MissingGroup.IS_REFUSED));

    JsonObject persons = served.answer(GreenOperation.GET_PERSONS, "{\"groupId\":\"none\"}");
    JsonObject search = served.answer(GreenOperation.IMAGE_SYNC_SCAN, search("none"));
    JsonObject known = served.answer(GreenOperation.GET_PERSONS, "{\"groupId\":\"staff\"}");

    assertThat(persons.get("code").getAsInt()).isEqualTo(400);
    assertThat(persons.get("msg").getAsString()).isEqualTo("The group is not exist!");
    assertThat(Served.item(search, "data", 0).get("code").getAsInt()).isEqualTo(400);
    assertThat(known.get("code").getAsInt()).isEqualTo(200);
  }

  @Test
  void refusesToJoinAMissingGroupWhenSet() {
    Served served =
        with(
            ProtocolAssumptions.builder()
                .joiningMissingGroup(ProtocolAssumptions.JoiningMissingGroup.IS_REFUSED));
    String join = "{\"personId\":\"anna\",\"groupIds\":[\"staff\",\"none\"]}";

    JsonObject refused = served.answer(GreenOperation.ADD_GROUPS, join);

    assertThat(refused.get("code").getAsInt()).isEqualTo(400);
    assertThat(library.findPerson(ANNA).orElseThrow().groups())
        .containsExactly(GroupId.of("staff"));
  }

  @Test
  void clearsFieldsThatSetPersonDoesNotNameWhenSet() {
    Served served =
        with(ProtocolAssumptions.builder().absentFields(ProtocolAssumptions.AbsentFields.CLEAR));

    served.answer(GreenOperation.SET_PERSON, "{\"personId\":\"anna\",\"name\":\"Anne\"}");

    assertThat(library.findPerson(ANNA).orElseThrow().name()).isEqualTo("Anne");
    assertThat(library.findPerson(ANNA).orElseThrow().note()).isEmpty();
  }

  @Test
  void answersRatesSuggestionsAndLabelsAsSet() {
    library.addFaces(AddFaces.of(ANNA, FaceImage.at(URL)));
    Served served =
        with(
            ProtocolAssumptions.builder()
                .rateScale(100)
                .suggestions("block", "ok")
                .labels("hit", "no"));

    JsonObject found =
        Served.item(
            Served.item(served.answer(GreenOperation.IMAGE_SYNC_SCAN, search("staff")), "data", 0),
            "results",
            0);
    JsonObject none =
        Served.item(
            Served.item(served.answer(GreenOperation.IMAGE_SYNC_SCAN, search("none")), "data", 0),
            "results",
            0);

    assertThat(found.get("rate").getAsDouble()).isEqualTo(100.0);
    assertThat(found.get("suggestion").getAsString()).isEqualTo("block");
    assertThat(found.get("label").getAsString()).isEqualTo("hit");
    assertThat(none.get("suggestion").getAsString()).isEqualTo("ok");
    assertThat(none.get("label").getAsString()).isEqualTo("no");
  }

  @Test
  void refusesAssumptionsThatCannotBe() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ProtocolAssumptions.builder().missingPersonCode(200).build())
        .satisfies(e -> assertThat(e.field()).isEqualTo("missingPersonCode"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ProtocolAssumptions.builder().missingPersonOnDeleteFacesCode(600).build())
        .satisfies(e -> assertThat(e.field()).isEqualTo("missingPersonOnDeleteFacesCode"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ProtocolAssumptions.builder().rateScale(10).build())
        .satisfies(e -> assertThat(e.field()).isEqualTo("rateScale"));
  }

  private Served with(ProtocolAssumptions.Builder assumptions) {
    return new Served(library, assumptions.build());
  }

  private static String faces(int count) {
    return Collections.nCopies(count, '"' + URL + '"').stream()
        .collect(Collectors.joining(",", "{\"personId\":\"anna\",\"urls\":[", "]}"));
  }

  private static String search(String group) {
    return "{\"scenes\":[\"sface-n\"],\"tasks\":[{\"url\":\"%s\",\"extras\":{\"groupId\":\"%s\"}}]}"
        .formatted(URL, group);
  }
}
