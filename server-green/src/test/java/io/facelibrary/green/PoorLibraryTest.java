package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ItemFailure;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors of the protocol for operations that a library cannot do. */
class PoorLibraryTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final String URL = "https://example.com/a.jpg";
  private static final String ADD_PERSON = "{\"personId\":\"bob\",\"groupIds\":[\"%s\"]}";
  private static final String OF_ANNA =
      "{\"personId\":\"anna\",\"groupIds\":[\"default\"],\"urls\":[\"%s\"],\"faceIds\":[\"1\"]}"
          .formatted(URL);

  private final FaceLibrary rich = InMemoryFaceLibrary.builder().open();

  @ParameterizedTest
  @EnumSource(
      value = GreenOperation.class,
      names = {
        "ADD_FACES",
        "DELETE_FACES",
        "ADD_PERSON",
        "SET_PERSON",
        "DELETE_PERSON",
        "ADD_GROUPS",
        "DELETE_GROUPS"
      })
  void refusesAWriteWithTheCodeForAMissingPermissionIfTheLibraryTakesNone(
      GreenOperation operation) {
    rich.addPerson(AddPerson.of(ANNA));

    JsonObject response = without(Capability.WRITES).call(operation, OF_ANNA);

    assertThat(response.get("code").getAsInt()).isEqualTo(596);
    assertThat(response.get("msg").getAsString()).isEqualTo("PERMISSION_DENY");
  }

  @Test
  void readsFromALibraryThatTakesNoWrites() {
    rich.addPerson(AddPerson.of(ANNA));

    JsonObject response = without(Capability.WRITES).call(GreenOperation.GET_PERSON, OF_ANNA);

    assertThat(response.get("code").getAsInt()).isEqualTo(200);
  }

  @Test
  void refusesGroupsOtherThanTheOnlyOne() {
    InProcessOperations operations = without(Capability.NAMED_GROUPS);

    JsonObject other = operations.call(GreenOperation.ADD_PERSON, ADD_PERSON.formatted("staff"));
    JsonObject only = operations.call(GreenOperation.ADD_PERSON, ADD_PERSON.formatted("default"));
    JsonObject listed = operations.call(GreenOperation.GET_PERSONS, "{\"groupId\":\"staff\"}");

    assertThat(other.get("code").getAsInt()).isEqualTo(400);
    assertThat(other.get("msg").getAsString()).contains("NAMED_GROUPS");
    assertThat(only.get("code").getAsInt()).isEqualTo(200);
    assertThat(listed.get("code").getAsInt()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "PERSONS_WITHOUT_FACES, ADD_PERSON",
    "REGROUPING,            DELETE_GROUPS",
    "LIST_PERSONS,          GET_PERSONS",
    "LIST_GROUPS,           GET_GROUPS",
  })
  void refusesAnOperationThatNeedsAMissingCapability(Capability missing, GreenOperation operation) {
    rich.addPerson(AddPerson.of(ANNA));
    String body =
        """
        {"personId":"%s","groupIds":["default"],"groupId":"default"}
        """
            .formatted(operation == GreenOperation.ADD_PERSON ? "bob" : "anna");

    JsonObject response = without(missing).call(operation, body);

    assertThat(response.get("code").getAsInt()).isEqualTo(400);
    assertThat(response.get("msg").getAsString()).contains(missing.name());
  }

  @Test
  void refusesEachTaskOfASearchThatTheLibraryDoesNotOffer() {
    String search =
        "{\"scenes\":[\"sface-n\"],\"tasks\":[{\"url\":\"%s\",\"extras\":{\"groupId\":\"default\"}}]}"
            .formatted(URL);

    JsonObject response = without(Capability.SEARCH).call(GreenOperation.IMAGE_SYNC_SCAN, search);

    assertThat(response.get("code").getAsInt()).isEqualTo(200);
    assertThat(InProcessOperations.item(response, "data", 0).get("code").getAsInt()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"CONFLICT, 503", "DAMAGED, 500", "INTERNAL, 500", "TIMED_OUT, 581"})
  void hasACodeForEachKindOfFailureOfTheLibrary(ErrorKind kind, int code) {
    FaceLibrary failing =
        new ForwardingFaceLibrary(rich) {
          @Override
          public Optional<Person> findPerson(PersonId person) {
            throw FaceLibraryException.of(kind, Effect.NONE, "for a test");
          }
        };

    JsonObject response = InProcessOperations.of(failing).call(GreenOperation.GET_PERSON, OF_ANNA);

    assertThat(response.get("code").getAsInt()).isEqualTo(code);
  }

  @Test
  void failsAWholeAddIfItIsNotKnownWhetherAnImageWasAdded() {
    rich.addPerson(AddPerson.of(ANNA));
    FaceLibrary unsure =
        new ForwardingFaceLibrary(poor(Capability.FACE_IMAGE_URL)) {
          @Override
          public AddFacesResult addFaces(AddFaces request) {
            FaceId added = super.addFaces(AddFaces.of(ANNA, FaceImage.at(URL))).orThrow().get(0);
            return AddFacesResult.of(
                List.of(
                    AddFacesResult.Added.of(added),
                    AddFacesResult.Unknown.of(
                        ItemFailure.of(1, ErrorKind.TIMED_OUT, "for a test"))));
          }
        };
    InProcessOperations operations = InProcessOperations.of(unsure);

    JsonObject response =
        operations.call(
            GreenOperation.ADD_FACES,
            "{\"personId\":\"anna\",\"urls\":[\"%s\",\"https://example.com/b.jpg\"]}"
                .formatted(URL));

    assertThat(response.get("code").getAsInt()).isEqualTo(581);
    JsonObject faces = operations.data(GreenOperation.GET_FACES, OF_ANNA.replace("faceIds", "x"));
    assertThat(InProcessOperations.item(faces, "faceImageItems", 0).get("url").getAsString())
        .isEqualTo(URL);
  }

  private InProcessOperations without(Capability missing) {
    return InProcessOperations.of(poor(missing));
  }

  private FaceLibrary poor(Capability missing) {
    return FaceLibraries.guard(
        "poor",
        new ForwardingFaceLibrary(rich) {
          @Override
          public Capabilities capabilities() {
            return super.capabilities().toBuilder().without(missing).build();
          }
        });
  }
}
