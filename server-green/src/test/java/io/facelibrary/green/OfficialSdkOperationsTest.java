package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.green.model.v20180509.AddFacesRequest;
import com.aliyuncs.green.model.v20180509.AddGroupsRequest;
import com.aliyuncs.green.model.v20180509.AddPersonRequest;
import com.aliyuncs.green.model.v20180509.DeleteFacesRequest;
import com.aliyuncs.green.model.v20180509.DeleteGroupsRequest;
import com.aliyuncs.green.model.v20180509.DeletePersonRequest;
import com.aliyuncs.green.model.v20180509.DetectFaceRequest;
import com.aliyuncs.green.model.v20180509.GetFacesRequest;
import com.aliyuncs.green.model.v20180509.GetGroupsRequest;
import com.aliyuncs.green.model.v20180509.GetPersonRequest;
import com.aliyuncs.green.model.v20180509.GetPersonsRequest;
import com.aliyuncs.green.model.v20180509.ImageSyncScanRequest;
import com.aliyuncs.green.model.v20180509.SearchPersonRequest;
import com.aliyuncs.green.model.v20180509.SetPersonRequest;
import com.aliyuncs.green.model.v20180509.UploadCredentialsRequest;
import com.aliyuncs.http.HttpResponse;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.green.support.OfficialSdk;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official Java SDK calls every operation, with checked signatures. */
class OfficialSdkOperationsTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final String URL = "https://example.com/anna.jpg";

  private final FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();
  private GreenServer server;
  private OfficialSdk sdk;

  @BeforeEach
  void start() {
    server =
        GreenServer.builder()
            .library(library)
            .credentials(OfficialSdk.KEY, OfficialSdk.SECRET)
            .start();
    sdk = new OfficialSdk(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void addsAPersonOnce() throws ClientException {
    String body =
        "{\"personId\":\"anna\",\"groupIds\":[\"staff\",\"guests\"],\"name\":\"Änna 张\",\"note\":\"n\"}";

    JsonObject data = sdk.data(new AddPersonRequest(), body);
    JsonObject again = sdk.response(new AddPersonRequest(), body);

    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(data.getAsJsonArray("groupIds")).hasToString("[\"staff\",\"guests\"]");
    assertThat(library.findPerson(ANNA).orElseThrow().name()).isEqualTo("Änna 张");
    assertThat(again.get("code").getAsInt()).isEqualTo(400);
    assertThat(again.get("msg").getAsString()).isEqualTo("The person is exist!");
    assertThat(again.get("requestId").getAsString())
        .matches("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}");
  }

  @Test
  void addsFacesAndReturnsTheirIdsInTheOrderOfTheUrls() throws ClientException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")));

    JsonObject data =
        sdk.data(
            new AddFacesRequest(),
            "{\"personId\":\"anna\",\"urls\":[\"%s\",\"ftp:\",\"%s?2\"]}".formatted(URL, URL));

    JsonArray items = data.getAsJsonArray("faceImageItems");
    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(data.getAsJsonArray("groupIds")).hasToString("[\"staff\"]");
    assertThat(data.getAsJsonArray("groupId")).hasToString("[\"staff\"]");
    assertThat(items).hasSize(3);
    assertThat(item(items, 0).get("success").getAsBoolean()).isTrue();
    assertThat(item(items, 1).get("success").getAsBoolean()).isFalse();
    assertThat(item(items, 1).get("msg").getAsString()).isNotEmpty();
    assertThat(item(items, 2).get("success").getAsBoolean()).isTrue();
    var faceId = item(items, 0).getAsJsonPrimitive("faceId");
    assertThat(faceId.isNumber()).isTrue();
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).ids())
        .extracting(id -> Long.valueOf(id.value()))
        .containsExactlyInAnyOrder(faceId.getAsLong(), item(items, 2).get("faceId").getAsLong());
  }

  @Test
  void deletesFacesAndReturnsTheExistingOnes() throws ClientException {
    library.addPerson(AddPerson.of(ANNA));
    String face = addedFace();

    JsonObject data =
        sdk.data(
            new DeleteFacesRequest(),
            "{\"personId\":\"anna\",\"faceIds\":[\"12345678901234567\",\"%s\",\"no number\",%s]}"
                .formatted(face, face));

    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(data.getAsJsonArray("faceIds")).hasToString("[\"" + face + "\"]");
    assertThat(data.get("deleteCount").getAsInt()).isEqualTo(1);
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).faces()).isEmpty();
  }

  @Test
  void returnsFacesWithTheUrlsTheyWereAddedFrom() throws ClientException {
    library.addPerson(AddPerson.of(ANNA));
    String face = addedFace();

    JsonObject all = sdk.data(new GetFacesRequest(), "{\"personId\":\"anna\"}");
    JsonObject some =
        sdk.data(
            new GetFacesRequest(),
            "{\"personId\":\"anna\",\"faceIds\":[\"12345678901234567\",%s]}".formatted(face));

    JsonObject found = item(all.getAsJsonArray("faceImageItems"), 0);
    assertThat(found.get("success").getAsBoolean()).isTrue();
    assertThat(found.getAsJsonPrimitive("faceId").isNumber()).isTrue();
    assertThat(found.get("faceId").getAsString()).isEqualTo(face);
    assertThat(found.get("url").getAsString()).isEqualTo(URL);
    JsonArray items = some.getAsJsonArray("faceImageItems");
    assertThat(item(items, 0)).hasToString("{\"success\":false,\"faceId\":12345678901234567}");
    assertThat(item(items, 1)).isEqualTo(found);
  }

  @Test
  void changesAPersonAndKeepsAbsentFields() throws ClientException {
    library.addPerson(AddPerson.of(ANNA).withName("Anna").withNote("note"));

    JsonObject data = sdk.data(new SetPersonRequest(), "{\"personId\":\"anna\",\"name\":\"Anne\"}");

    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(library.findPerson(ANNA).orElseThrow().name()).isEqualTo("Anne");
    assertThat(library.findPerson(ANNA).orElseThrow().note()).isEqualTo("note");
  }

  @Test
  void returnsAPersonWithFaceIdsAsText() throws ClientException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")).withName("Anna").withNote("note"));
    String face = addedFace();

    JsonObject data = sdk.data(new GetPersonRequest(), "{\"personId\":\"anna\"}");

    assertThat(data.get("personId").getAsString()).isEqualTo("anna");
    assertThat(data.get("name").getAsString()).isEqualTo("Anna");
    assertThat(data.get("note").getAsString()).isEqualTo("note");
    assertThat(data.getAsJsonArray("groupIds")).hasToString("[\"staff\"]");
    assertThat(data.getAsJsonArray("faceIds")).hasToString("[\"" + face + "\"]");
  }

  @Test
  void deletesAPersonOnce() throws ClientException {
    library.addPerson(AddPerson.of(ANNA));

    JsonObject data = sdk.data(new DeletePersonRequest(), "{\"personId\":\"anna\"}");
    JsonObject again = sdk.response(new DeletePersonRequest(), "{\"personId\":\"anna\"}");

    assertThat(data.get("deleteCount").getAsInt()).isEqualTo(1);
    assertThat(again.get("code").getAsInt()).isEqualTo(400);
    assertThat(again.get("msg").getAsString()).isEqualTo("The person is not exist!");
  }

  @Test
  void returnsAllGroupsAfterJoiningAndTheLeftGroupsAfterLeaving() throws ClientException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("a")));

    JsonObject joined =
        sdk.data(new AddGroupsRequest(), "{\"personId\":\"anna\",\"groupIds\":[\"b\",\"c\"]}");
    JsonObject left =
        sdk.data(new DeleteGroupsRequest(), "{\"personId\":\"anna\",\"groupIds\":[\"a\",\"x\"]}");
    JsonObject all = sdk.data(new GetGroupsRequest(), "");

    assertThat(joined.getAsJsonArray("groupIds")).hasToString("[\"a\",\"b\",\"c\"]");
    assertThat(left.getAsJsonArray("groupIds")).hasToString("[\"a\"]");
    assertThat(all.getAsJsonArray("groupIds")).hasToString("[\"b\",\"c\"]");
  }

  @Test
  void returnsPersonsByPage() throws ClientException {
    for (int i = 10; i < 27; i++) {
      library.addPerson(AddPerson.of(PersonId.of("p" + i), GroupId.of("staff")));
    }

    JsonObject second =
        sdk.data(
            new GetPersonsRequest(),
            "{\"groupId\":\"staff\",\"currentPage\":2,\"pageSize\":\"10\"}");
    JsonObject first = sdk.data(new GetPersonsRequest(), "{\"groupId\":\"staff\"}");
    JsonObject none = sdk.data(new GetPersonsRequest(), "{\"groupId\":\"nobodys\"}");

    assertThat(second.getAsJsonArray("personIds")).hasSize(7).first().hasToString("\"p20\"");
    assertThat(second.get("currentPage").getAsInt()).isEqualTo(2);
    assertThat(second.get("pageSize").getAsInt()).isEqualTo(10);
    assertThat(second.get("totalCount").getAsInt()).isEqualTo(17);
    assertThat(first.get("pageSize").getAsInt()).isEqualTo(20);
    assertThat(first.getAsJsonArray("personIds")).hasSize(17);
    assertThat(none.get("totalCount").getAsInt()).isZero();
  }

  @Test
  void searchesTaskByTask() throws ClientException {
    library.addPerson(AddPerson.of(ANNA, GroupId.of("staff")).withName("Anna").withNote("n"));
    String face = addedFace();

    JsonObject response =
        sdk.response(
            new ImageSyncScanRequest(),
            """
            {"scenes":["sface-n"],"tasks":[
              {"dataId":"d1","url":"%s","extras":{"groupId":"staff"}},
              {"url":"https://example.com/nobody.jpg","extras":{"groupId":"staff"}},
              {"url":"ftp:","extras":{"groupId":"staff"}}]}
            """
                .formatted(URL));

    JsonArray tasks = response.getAsJsonArray("data");
    assertThat(response.get("code").getAsInt()).isEqualTo(200);
    JsonObject found = item(tasks, 0);
    assertThat(found.get("code").getAsInt()).isEqualTo(200);
    assertThat(found.get("dataId").getAsString()).isEqualTo("d1");
    assertThat(found.get("url").getAsString()).isEqualTo(URL);
    JsonObject result = item(found.getAsJsonArray("results"), 0);
    assertThat(result.get("scene").getAsString()).isEqualTo("sface-n");
    assertThat(result.get("suggestion").getAsString()).isEqualTo("review");
    JsonObject person =
        item(item(result.getAsJsonArray("topPersonData"), 0).getAsJsonArray("persons"), 0);
    assertThat(person)
        .hasToString(
            "{\"personId\":\"anna\",\"faceId\":\"%s\",\"rate\":1.0,\"name\":\"Anna\",\"note\":\"n\"}"
                .formatted(face));
    assertThat(item(item(tasks, 1).getAsJsonArray("results"), 0).get("suggestion").getAsString())
        .isEqualTo("pass");
    assertThat(item(tasks, 2).get("code").getAsInt()).isEqualTo(400);
  }

  @Test
  void everyOperationReportsThatThePersonDoesNotExist() throws ClientException {
    String missing =
        "{\"personId\":\"anna\",\"faceIds\":[\"1\"],\"urls\":[\"%s\"],\"groupIds\":[\"g\"]}"
            .formatted(URL);

    for (var request :
        new com.aliyuncs.RoaAcsRequest<?>[] {
          new AddFacesRequest(),
          new DeleteFacesRequest(),
          new GetFacesRequest(),
          new SetPersonRequest(),
          new GetPersonRequest(),
          new AddGroupsRequest(),
          new DeleteGroupsRequest()
        }) {
      JsonObject response = sdk.response(request, missing);

      assertThat(response.get("code").getAsInt()).as(request.getSysActionName()).isEqualTo(400);
      assertThat(response.get("msg").getAsString()).isEqualTo("The person is not exist!");
    }
  }

  @Test
  void issuesUploadCredentialsForAnHour() throws ClientException {
    long before = System.currentTimeMillis();

    JsonObject data = sdk.data(new UploadCredentialsRequest(), "[]");

    assertThat(data.get("expiredTime").getAsLong())
        .isBetween(before + 3_600_000, System.currentTimeMillis() + 3_600_000);
    assertThat(data.get("ossEndpoint").getAsString()).isEqualTo(server.uri().toString());
    assertThat(data.get("accessKeyId").getAsString()).isNotEmpty();
    assertThat(data.get("accessKeySecret").getAsString()).isNotEmpty();
    assertThat(data.get("securityToken").getAsString()).isNotEmpty();
    assertThat(data.get("uploadBucket").getAsString()).isNotEmpty();
    assertThat(data.get("uploadFolder").getAsString()).isNotEmpty();
  }

  @Test
  void rejectsOperationsThatAreNotServed() throws ClientException {
    HttpResponse search = sdk.send(new SearchPersonRequest(), "{}");
    HttpResponse detect = sdk.send(new DetectFaceRequest(), "{}");

    assertThat(search.getStatus()).isEqualTo(404);
    assertThat(search.getHttpContentString()).contains("\"Code\":\"InvalidApi.NotFound\"");
    assertThat(detect.getStatus()).isEqualTo(404);
  }

  private String addedFace() throws ClientException {
    JsonObject data =
        sdk.data(new AddFacesRequest(), "{\"personId\":\"anna\",\"urls\":[\"%s\"]}".formatted(URL));
    return item(data.getAsJsonArray("faceImageItems"), 0).get("faceId").getAsString();
  }

  private static JsonObject item(JsonArray array, int index) {
    return array.get(index).getAsJsonObject();
  }
}
