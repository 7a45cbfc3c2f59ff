package io.facelibrary.green.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.caoccao.javet.exceptions.JavetException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The official SDK for Node.js calls every operation, with checked signatures. */
class NodeSdkTest extends NodeSdkFixture {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final String URL = "https://example.com/anna.jpg";

  @Test
  void addsAPersonOnce() throws JavetException {
    String body =
        "{\"personId\":\"anna\",\"groupIds\":[\"staff\",\"guests\"],\"name\":\"Änna 张\",\"note\":\"n\"}";

    JsonObject data = sdk.data("/green/sface/person/add", body);
    JsonObject again = sdk.response("/green/sface/person/add", body);

    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(data.get("groupIds")).hasToString("[\"staff\",\"guests\"]");
    assertThat(library.findPerson(ANNA).orElseThrow().name()).isEqualTo("Änna 张");
    assertThat(again.get("code")).hasToString("400");
    assertThat(again.get("msg").getAsString()).isEqualTo("The person is exist!");
  }

  @Test
  void changesAPersonAndReturnsIt() throws JavetException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")));
    List<FaceId> faces = addedFaces();

    JsonObject changed =
        sdk.data(
            "/green/sface/person/update",
            "{\"personId\":\"anna\",\"name\":\"Anna\",\"note\":\"new\"}");
    JsonObject read = sdk.data("/green/sface/person", "{\"personId\":\"anna\"}");

    assertThat(changed.get("personId").getAsString()).isEqualTo("anna");
    assertThat(read.get("personId").getAsString()).isEqualTo("anna");
    assertThat(read.get("name").getAsString()).isEqualTo("Anna");
    assertThat(read.get("note").getAsString()).isEqualTo("new");
    assertThat(read.get("groupIds")).hasToString("[\"staff\"]");
    assertThat(read.get("faceIds")).hasToString(texts(faces));
  }

  @Test
  void deletesAPersonOnce() throws JavetException {
    library.addPerson(AddPerson.of(ANNA));

    JsonObject data = sdk.data("/green/sface/person/delete", "{\"personId\":\"anna\"}");
    JsonObject again = sdk.response("/green/sface/person/delete", "{\"personId\":\"anna\"}");

    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(data.get("deleteCount")).hasToString("1");
    assertThat(again.get("code")).hasToString("400");
    assertThat(again.get("msg").getAsString()).isEqualTo("The person is not exist!");
  }

  @Test
  void joinsLeavesAndListsGroups() throws JavetException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("a")));

    JsonObject joined =
        sdk.data(
            "/green/sface/person/groups/add", "{\"personId\":\"anna\",\"groupIds\":[\"b\",\"c\"]}");
    JsonObject left =
        sdk.data(
            "/green/sface/person/groups/delete",
            "{\"personId\":\"anna\",\"groupIds\":[\"a\",\"x\"]}");
    JsonObject all = sdk.data("/green/sface/groups", "");

    assertThat(joined.get("personId").getAsString()).isEqualTo("anna");
    assertThat(joined.get("groupIds")).hasToString("[\"a\",\"b\",\"c\"]");
    assertThat(left.get("personId").getAsString()).isEqualTo("anna");
    assertThat(left.get("groupIds")).hasToString("[\"a\"]");
    assertThat(all.get("groupIds")).hasToString("[\"b\",\"c\"]");
  }

  @Test
  void listsPersonsByPage() throws JavetException {
    for (int i = 10; i < 27; i++) {
      library.addPerson(AddPerson.of(PersonId.of("p" + i), GroupId.of("staff")));
    }

    JsonObject page =
        sdk.data(
            "/green/sface/group/persons",
            "{\"groupId\":\"staff\",\"currentPage\":2,\"pageSize\":10}");

    assertThat(page.getAsJsonArray("personIds")).hasSize(7).first().hasToString("\"p20\"");
    assertThat(page.get("currentPage")).hasToString("2");
    assertThat(page.get("pageSize")).hasToString("10");
    assertThat(page.get("totalCount")).hasToString("17");
  }

  @Test
  void addsFacesAndReturnsTheirIdsWithAllDigits() throws JavetException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")));

    JsonObject added =
        sdk.data(
            "/green/sface/face/add",
            "{\"personId\":\"anna\",\"urls\":[\"%s\",\"ftp:\",\"%s?2\"]}".formatted(URL, URL));
    JsonObject read = sdk.data("/green/sface/faces", "{\"personId\":\"anna\"}");

    JsonArray items = added.getAsJsonArray("faceImageItems");
    List<FaceId> stored = library.queryFaces(QueryFaces.allOf(ANNA)).ids();
    assertThat(added.get("personId").getAsString()).isEqualTo("anna");
    assertThat(added.get("groupIds")).hasToString("[\"staff\"]");
    assertThat(added.get("groupId")).hasToString("[\"staff\"]");
    assertThat(items.get(1).getAsJsonObject().get("success")).hasToString("false");
    assertThat(items.get(1).getAsJsonObject().get("msg").getAsString()).isNotEmpty();
    assertThat(List.of(faceId(items.get(0)), faceId(items.get(2)))).isEqualTo(numbers(stored));
    assertThat(read.getAsJsonArray("faceImageItems").asList())
        .extracting(NodeSdkTest::faceId)
        .isEqualTo(numbers(stored));
    JsonObject first = read.getAsJsonArray("faceImageItems").get(0).getAsJsonObject();
    assertThat(first.get("success")).hasToString("true");
    assertThat(first.get("url").getAsString()).isEqualTo(URL);
  }

  @Test
  void deletesFacesByIdAsTextAndAsNumber() throws JavetException {
    library.addPerson(AddPerson.of(ANNA));
    List<FaceId> faces = addedFaces();
    String body = "{\"personId\":\"anna\",\"faceIds\":[%s,%s]}";

    JsonObject data =
        sdk.data(
            "/green/sface/face/delete",
            body.formatted('"' + faces.get(0).value() + '"', faces.get(1).value()));
    JsonObject again =
        sdk.data("/green/sface/face/delete", body.formatted(faces.get(0).value(), "\"7\""));

    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(data.get("faceIds")).hasToString(texts(faces));
    assertThat(data.get("deleteCount")).hasToString("2");
    assertThat(again.get("faceIds")).hasToString("[]");
    assertThat(again.get("deleteCount")).hasToString("0");
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).ids()).isEmpty();
  }

  /** A pitfall of the protocol: the SDK keeps all digits, but JSON.parse of JavaScript does not. */
  @Test
  void sendsNumbersThatThePlainJsonParserRounds() throws JavetException {
    library.addPerson(AddPerson.of(ANNA));
    List<FaceId> faces = addedFaces();

    String raw = sdk.rawBody("/green/sface/faces", "{\"personId\":\"anna\"}");
    String rounded =
        run(
            "JSON.parse(%s).data.faceImageItems.map(it => BigInt(it.faceId)).join()"
                .formatted(NodePackages.text(raw)));
    JsonObject deleted =
        sdk.data(
            "/green/sface/face/delete",
            "{\"personId\":\"anna\",\"faceIds\":[%s]}".formatted(rounded));

    List<String> odd =
        numbers(faces).stream()
            .filter(id -> !List.of(rounded.split(",", -1)).contains(id))
            .toList();
    assertThat(raw)
        .contains("\"faceId\":" + faces.get(0).value(), "\"faceId\":" + faces.get(1).value());
    assertThat(odd).isNotEmpty();
    assertThat(deleted.get("deleteCount").getAsInt()).isLessThan(2);
  }

  @Test
  void searchesEachTask() throws JavetException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")).withName("Anna").withNote("n"));
    List<FaceId> faces = addedFaces();

    JsonObject response =
        sdk.response(
            "/green/image/scan",
            """
            {"scenes":["sface-n"],"tasks":[
              {"dataId":"d1","url":"%s","extras":{"groupId":"staff"}},
              {"url":"https://example.com/nobody.jpg","extras":{"groupId":"staff"}}]}
            """
                .formatted(URL));

    JsonArray tasks = response.getAsJsonArray("data");
    JsonObject found = tasks.get(0).getAsJsonObject();
    JsonObject result = found.getAsJsonArray("results").get(0).getAsJsonObject();
    JsonObject top = result.getAsJsonArray("topPersonData").get(0).getAsJsonObject();
    assertThat(response.get("code")).hasToString("200");
    assertThat(found.get("code")).hasToString("200");
    assertThat(found.get("msg").getAsString()).isEqualTo("OK");
    assertThat(found.get("dataId").getAsString()).isEqualTo("d1");
    assertThat(found.get("taskId").getAsString()).isNotEmpty();
    assertThat(found.get("url").getAsString()).isEqualTo(URL);
    assertThat(result.get("scene").getAsString()).isEqualTo("sface-n");
    assertThat(result.get("suggestion").getAsString()).isEqualTo("review");
    assertThat(result.get("label").getAsString()).isEqualTo("sface");
    assertThat(result.get("rate")).hasToString("1");
    assertThat(top.get("faceItem")).hasToString("{\"x\":1,\"y\":2,\"width\":30,\"height\":40}");
    assertThat(top.get("persons"))
        .hasToString(
            "[{\"personId\":\"anna\",\"faceId\":\"%s\",\"rate\":1,\"name\":\"Anna\",\"note\":\"n\"}]"
                .formatted(faces.get(0).value()));
    assertThat(tasks.get(1).getAsJsonObject().getAsJsonArray("results").get(0).toString())
        .contains("\"suggestion\":\"pass\"");
  }

  @Test
  void issuesUploadCredentialsForAnHour() throws JavetException {
    long before = System.currentTimeMillis();

    JsonObject data = sdk.data("/green/credentials/uploadcredentials", "{}");

    assertThat(data.get("expiredTime").getAsLong())
        .isBetween(before + 3_600_000, System.currentTimeMillis() + 3_600_000);
    assertThat(data.get("ossEndpoint").getAsString()).isEqualTo(serverUrl());
    assertThat(data.keySet())
        .contains(
            "accessKeyId", "accessKeySecret", "securityToken", "uploadBucket", "uploadFolder");
  }

  @Test
  void everyOperationReportsThatThePersonDoesNotExist() throws JavetException {
    String body =
        "{\"personId\":\"anna\",\"faceIds\":[\"1\"],\"urls\":[\"%s\"],\"groupIds\":[\"g\"]}"
            .formatted(URL);

    for (String path :
        List.of(
            "face/add",
            "face/delete",
            "faces",
            "person",
            "person/update",
            "person/groups/add",
            "person/groups/delete")) {
      JsonObject response = sdk.response("/green/sface/" + path, body);

      assertThat(response.get("code")).as(path).hasToString("400");
      assertThat(response.get("msg").getAsString()).isEqualTo("The person is not exist!");
    }
  }

  private List<FaceId> addedFaces() {
    return library
        .addFaces(AddFaces.of(ANNA, FaceImage.at(URL), FaceImage.at(URL + "?2")))
        .orThrow();
  }

  private static String faceId(JsonElement item) {
    return item.getAsJsonObject().get("faceId").getAsString();
  }

  private static List<String> numbers(List<FaceId> faces) {
    return faces.stream().map(FaceId::value).toList();
  }

  private static String texts(List<FaceId> faces) {
    return faces.stream()
        .map(it -> '"' + it.value() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
