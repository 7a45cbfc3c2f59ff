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

/** Each undocumented behavior, with its default and its other values. */
class ProtocolAssumptionsTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final String URL = "https://example.com/a.jpg";

  private final FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();

  @BeforeEach
  void addAnna() {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")).withName("Anna").withNote("note"));
  }

  @Test
  void usesTheConfiguredCodeForAMissingPerson() {
    InProcessOperations operations =
        with(
            ProtocolAssumptions.builder()
                .missingPersonCode(404)
                .missingPersonOnDeleteFacesCode(500));

    JsonObject get = operations.call(GreenOperation.GET_PERSON, "{\"personId\":\"bob\"}");
    JsonObject delete =
        operations.call(GreenOperation.DELETE_FACES, "{\"personId\":\"bob\",\"faceIds\":[\"1\"]}");

    assertThat(get)
        .hasToString("{\"code\":404,\"msg\":\"The person is not exist!\",\"requestId\":\"R-1\"}");
    assertThat(delete.get("code").getAsInt()).isEqualTo(500);
  }

  @Test
  void rejectsTheFacesThatDoNotFit() {
    JsonObject data = InProcessOperations.of(library).data(GreenOperation.ADD_FACES, faces(21));

    assertThat(data.getAsJsonArray("faceImageItems")).hasSize(21);
    assertThat(InProcessOperations.item(data, "faceImageItems", 19).get("success").getAsBoolean())
        .isTrue();
    assertThat(InProcessOperations.item(data, "faceImageItems", 20))
        .hasToString(
            "{\"success\":false,\"msg\":\"The number of faces of the person exceeds the limit\"}");
  }

  @Test
  void rejectsTheWholeCallWhenNotAllFacesFit() {
    InProcessOperations operations =
        with(ProtocolAssumptions.builder().fullPerson(ProtocolAssumptions.FullPerson.REFUSES_CALL));

    JsonObject refused = operations.call(GreenOperation.ADD_FACES, faces(21));
    JsonObject added = operations.call(GreenOperation.ADD_FACES, faces(20));

    assertThat(refused.get("code").getAsInt()).isEqualTo(400);
    assertThat(added.get("code").getAsInt()).isEqualTo(200);
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).faces()).hasSize(20);
  }

  @Test
  void treatsAMissingGroupAsEmpty() {
    InProcessOperations operations = InProcessOperations.of(library);

    JsonObject persons = operations.data(GreenOperation.GET_PERSONS, "{\"groupId\":\"none\"}");
    JsonObject search = operations.call(GreenOperation.IMAGE_SYNC_SCAN, search("none"));

    assertThat(persons.get("totalCount").getAsInt()).isZero();
    assertThat(InProcessOperations.item(search, "data", 0).get("code").getAsInt()).isEqualTo(200);
  }

  @Test
  void rejectsAMissingGroupWhenConfigured() {
    InProcessOperations operations =
        with(
            ProtocolAssumptions.builder()
                .missingGroup(ProtocolAssumptions.MissingGroup.IS_REFUSED));

    JsonObject persons = operations.call(GreenOperation.GET_PERSONS, "{\"groupId\":\"none\"}");
    JsonObject search = operations.call(GreenOperation.IMAGE_SYNC_SCAN, search("none"));
    JsonObject known = operations.call(GreenOperation.GET_PERSONS, "{\"groupId\":\"staff\"}");

    assertThat(persons.get("code").getAsInt()).isEqualTo(400);
    assertThat(persons.get("msg").getAsString()).isEqualTo("The group is not exist!");
    assertThat(InProcessOperations.item(search, "data", 0).get("code").getAsInt()).isEqualTo(400);
    assertThat(known.get("code").getAsInt()).isEqualTo(200);
  }

  @Test
  void rejectsJoiningAMissingGroupWhenConfigured() {
    InProcessOperations operations =
        with(
            ProtocolAssumptions.builder()
                .joiningMissingGroup(ProtocolAssumptions.JoiningMissingGroup.IS_REFUSED));
    String join = "{\"personId\":\"anna\",\"groupIds\":[\"staff\",\"none\"]}";

    JsonObject refused = operations.call(GreenOperation.ADD_GROUPS, join);

    assertThat(refused.get("code").getAsInt()).isEqualTo(400);
    assertThat(library.findPerson(ANNA).orElseThrow().groups())
        .containsExactly(GroupId.of("staff"));
  }

  @Test
  void clearsFieldsThatSetPersonOmitsWhenConfigured() {
    InProcessOperations operations =
        with(ProtocolAssumptions.builder().absentFields(ProtocolAssumptions.AbsentFields.CLEAR));

    operations.call(GreenOperation.SET_PERSON, "{\"personId\":\"anna\",\"name\":\"Anne\"}");

    assertThat(library.findPerson(ANNA).orElseThrow().name()).isEqualTo("Anne");
    assertThat(library.findPerson(ANNA).orElseThrow().note()).isEmpty();
  }

  @Test
  void usesTheConfiguredRateScaleSuggestionsAndLabels() {
    library.addFaces(AddFaces.of(ANNA, FaceImage.at(URL)));
    InProcessOperations operations =
        with(
            ProtocolAssumptions.builder()
                .rateScale(100)
                .suggestions("block", "ok")
                .labels("hit", "no"));

    JsonObject found =
        InProcessOperations.item(
            InProcessOperations.item(
                operations.call(GreenOperation.IMAGE_SYNC_SCAN, search("staff")), "data", 0),
            "results",
            0);
    JsonObject none =
        InProcessOperations.item(
            InProcessOperations.item(
                operations.call(GreenOperation.IMAGE_SYNC_SCAN, search("none")), "data", 0),
            "results",
            0);

    assertThat(found.get("rate").getAsDouble()).isEqualTo(100.0);
    assertThat(found.get("suggestion").getAsString()).isEqualTo("block");
    assertThat(found.get("label").getAsString()).isEqualTo("hit");
    assertThat(none.get("suggestion").getAsString()).isEqualTo("ok");
    assertThat(none.get("label").getAsString()).isEqualTo("no");
  }

  @Test
  void rejectsInvalidAssumptions() {
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

  private InProcessOperations with(ProtocolAssumptions.Builder assumptions) {
    return new InProcessOperations(library, assumptions.build());
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
