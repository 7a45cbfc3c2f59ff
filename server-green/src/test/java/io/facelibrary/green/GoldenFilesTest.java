package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.green.internal.auth.AccessKeys;
import io.facelibrary.green.internal.auth.GatewayError;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server conforms to the files of {@code green-fixtures}, which the client is tested with too.
 */
class GoldenFilesTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final String SEARCHED = "http://xxx/xxx01.jpg";

  private final FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();

  @ParameterizedTest
  @EnumSource(GreenOperation.class)
  void writesEveryDocumentedFieldInItsType(GreenOperation operation) {
    List<FaceId> faces = addPerson(operation == GreenOperation.ADD_PERSON);

    JsonObject response =
        operations(library, ProtocolAssumptions.defaults())
            .call(operation, withFaceIds(file(operation, "documented", "request"), faces));

    Map<String, String> documented = types(json(file(operation, "documented", "answer")));
    assertThat(types(response)).containsAllEntriesOf(documented);
  }

  /** Adds the person that the documented requests refer to. */
  private List<FaceId> addPerson(boolean another) {
    PersonId person = another ? PersonId.of("person2") : PERSON;
    library.addPerson(
        AddPerson.of(
                person, GroupId.of("group1"), GroupId.of("group2"), GroupId.of("python_groupId_1"))
            .withName("Tom")
            .withNote("Male"));
    return library
        .addFaces(AddFaces.of(person, FaceImage.at(SEARCHED), FaceImage.at(SEARCHED)))
        .added();
  }

  /** Replaces the face ids in a file by those of the library. */
  private static String withFaceIds(String request, List<FaceId> faces) {
    return request
        .replaceAll("1244453323565|23088737259260929|31842550077981745", faces.get(0).value())
        .replaceAll("1345345466455|31820666292926465", faces.get(1).value());
  }

  private static Map<String, String> types(JsonElement value) {
    Map<String, String> types = new TreeMap<>();
    collect("", value, types);
    return types;
  }

  private static void collect(String path, JsonElement value, Map<String, String> types) {
    if (value instanceof JsonObject object) {
      object.entrySet().forEach(it -> collect(path + "." + it.getKey(), it.getValue(), types));
    } else if (value instanceof JsonArray array) {
      types.put(path, "array");
      array.forEach(element -> collect(path + "[]", element, types));
    } else if (value.getAsJsonPrimitive().isNumber()) {
      types.put(path, "number");
    } else {
      types.put(path, value.getAsJsonPrimitive().isBoolean() ? "boolean" : "text");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = GreenOperation.class,
      names = {"ADD_PERSON", "GET_GROUPS", "GET_PERSONS", "IMAGE_SYNC_SCAN", "UPLOAD_CREDENTIALS"},
      mode = EnumSource.Mode.EXCLUDE)
  void reportsThatThePersonDoesNotExist(GreenOperation operation) {
    JsonObject response =
        operations(library, ProtocolAssumptions.defaults())
            .call(operation, file(operation, "person-missing", "request"));

    assertSame(response, file(operation, "person-missing", "answer"));
  }

  @ParameterizedTest
  @CsvSource({"DELETE_FACES, person-missing-as-500", "GET_PERSONS, group-missing"})
  void usesTheOtherAssumptionsWhenConfigured(GreenOperation operation, String assumption) {
    ProtocolAssumptions assumptions =
        ProtocolAssumptions.builder()
            .missingPersonOnDeleteFacesCode(500)
            .missingGroup(ProtocolAssumptions.MissingGroup.IS_REFUSED)
            .build();

    JsonObject response =
        operations(library, assumptions).call(operation, file(operation, assumption, "request"));

    assertThat(response.get("code"))
        .isEqualTo(json(file(operation, assumption, "answer")).get("code"));
  }

  @Test
  void reportsThatThePersonAlreadyExists() {
    addPerson(false);

    JsonObject response =
        operations(library, ProtocolAssumptions.defaults())
            .call(
                GreenOperation.ADD_PERSON,
                file(GreenOperation.ADD_PERSON, "already-exists", "request"));

    assertSame(response, file(GreenOperation.ADD_PERSON, "already-exists", "answer"));
  }

  @Test
  void reportsThatAPersonHasTooManyFaces() {
    addPerson(false);
    ProtocolAssumptions refusing =
        ProtocolAssumptions.builder()
            .fullPerson(ProtocolAssumptions.FullPerson.REFUSES_CALL)
            .build();
    String request = file(GreenOperation.ADD_FACES, "over-twenty-refused", "request");
    for (int i = 0; i < 9; i++) {
      library.addFaces(AddFaces.of(PERSON, FaceImage.at(SEARCHED), FaceImage.at(SEARCHED)));
    }

    JsonObject response = operations(library, refusing).call(GreenOperation.ADD_FACES, request);

    assertSame(response, file(GreenOperation.ADD_FACES, "over-twenty-refused", "answer"));
  }

  @ParameterizedTest
  @EnumSource(
      value = GreenOperation.class,
      names = {"ADD_PERSON", "ADD_GROUPS"})
  void reportsThatThereAreTooManyGroups(GreenOperation operation) {
    FaceLibrary full =
        InMemoryFaceLibrary.builder().limits(Limits.builder().groups(1).build()).open();
    full.addPerson(AddPerson.of(PersonId.of("person0"), GroupId.of("other")));
    if (operation == GreenOperation.ADD_GROUPS) {
      full.addPerson(AddPerson.of(PERSON, GroupId.of("other")));
    }

    JsonObject response =
        operations(full, ProtocolAssumptions.defaults())
            .call(operation, file(operation, "over-a-hundred-groups", "request"));

    assertSame(response, file(operation, "over-a-hundred-groups", "answer"));
  }

  @Test
  void reportsThatAGroupToJoinDoesNotExist() {
    library.addPerson(AddPerson.of(PERSON));
    ProtocolAssumptions refusing =
        ProtocolAssumptions.builder()
            .joiningMissingGroup(ProtocolAssumptions.JoiningMissingGroup.IS_REFUSED)
            .build();

    JsonObject response =
        operations(library, refusing)
            .call(
                GreenOperation.ADD_GROUPS,
                file(GreenOperation.ADD_GROUPS, "group-missing", "request"));

    assertSame(response, file(GreenOperation.ADD_GROUPS, "group-missing", "answer"));
  }

  @ParameterizedTest
  @CsvSource({"DELETE_FACES", "GET_FACES"})
  void acceptsFaceIdsThatAreNumbers(GreenOperation operation) {
    List<FaceId> faces = addPerson(false);
    String request = file(operation, "request-ids-as-numbers", "foreign-request");

    JsonObject response =
        operations(library, ProtocolAssumptions.defaults())
            .call(operation, withFaceIds(request, faces));

    assertThat(response.get("code").getAsInt()).isEqualTo(200);
    assertThat(response.toString()).contains(faces.get(0).value());
  }

  @Test
  void sendsTheErrorsOfTheGateway() {
    Map<String, GatewayError> refusals =
        Map.of(
            "invalid-api-not-found", GatewayErrors.UNKNOWN_API,
            "unsupported-http-method", GatewayErrors.UNSUPPORTED_METHOD,
            "throttling-user", GatewayErrors.THROTTLED,
            "service-unavailable", GatewayErrors.UNAVAILABLE,
            "internal-error", GatewayErrors.INTERNAL);

    refusals.forEach(
        (name, error) -> {
          JsonObject written =
              json(
                  new String(
                      Envelope.of(
                          error,
                          "36D384DA-8023-4E84-BCFD-0C5581352C16",
                          "green.cn-shanghai.aliyuncs.com"),
                      UTF_8));
          JsonObject golden = json(read("gateway/" + name + ".answer.json"));

          assertThat(written.keySet()).isEqualTo(golden.keySet());
          for (String field : List.of("RequestId", "HostId", "Code", "Message")) {
            assertThat(written.get(field)).as(name).isEqualTo(golden.get(field));
          }
        });
  }

  private static void assertSame(JsonObject response, String golden) {
    JsonObject expected = json(golden);
    expected.addProperty("requestId", "R-1");

    assertThat(response).isEqualTo(expected);
  }

  private static InProcessOperations operations(
      FaceLibrary library, ProtocolAssumptions assumptions) {
    return new InProcessOperations(
        library,
        assumptions,
        HandlerWiring.uploadCredentials(
            AccessKeys.builder().build(),
            UploadLimits.defaults(),
            Clock.systemUTC(),
            () -> URI.create("http://127.0.0.1")));
  }

  private static String file(GreenOperation operation, String name, String kind) {
    String folder = Words.of(operation);
    return read(folder + "/" + name + "." + kind + ".json");
  }

  private static String read(String file) {
    try (InputStream in = GoldenFilesTest.class.getResourceAsStream("/green-fixtures/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
