package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Box;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call of the service takes one group, so a search in several groups makes several calls. */
class SearchCallTest {
  private static final GroupId ONE = GroupId.of("one");
  private static final GroupId TWO = GroupId.of("two");
  private static final String LEFT = "\"faceItem\":{\"x\":1,\"y\":2,\"width\":30,\"height\":40},";
  private static final String RIGHT = "\"faceItem\":{\"x\":90,\"y\":2,\"width\":30,\"height\":40},";
  private static final String BOTH_GROUPS =
      StubGreen.Response.success("{\"groupIds\":[\"one\",\"two\"]}").body();
  private static final String IMAGE_URL = "https://images.example.com/1.png";
  private static final Search IN_BOTH =
      Search.of(FaceImage.at(IMAGE_URL), ONE, TWO).withMinSimilarity(Similarity.NONE);

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  private void respond(String inOne, String inTwo) {
    Map<String, StubGreen.Response> byGroup =
        Map.of("one", StubGreen.Response.ok(inOne), "two", StubGreen.Response.ok(inTwo));
    green.respondBy(GreenPaths.SCAN, request -> byGroup.get(groupOf(request)));
  }

  private static String groupOf(StubGreen.Request request) {
    return request.json().at("/tasks/0/extras/groupId").asText();
  }

  private static String task(String... faces) {
    return response(
        "\"code\":200,\"results\":[{\"topPersonData\":[" + String.join(",", faces) + "]}]");
  }

  private static String response(String task) {
    return StubGreen.Response.success("[{" + task + "}]").body();
  }

  private static String face(String box, String... persons) {
    return "{" + box + "\"persons\":[" + String.join(",", persons) + "]}";
  }

  private static String person(String id, long face, String rate) {
    return "{\"personId\":\"%s\",\"faceId\":\"%d\",\"rate\":%s}".formatted(id, face, rate);
  }

  private static String describe(SearchedFace face) {
    return face.candidates().stream()
        .map(it -> it.person() + " " + it.face().orElseThrow() + " " + it.similarity())
        .collect(Collectors.joining(", "));
  }

  private List<String> find(Search search) {
    return library.search(search).faces().stream().map(SearchCallTest::describe).toList();
  }

  @Test
  void makesOneCallPerGroupAndMergesTheSameFaceByItsBoxBestFirst() {
    respond(
        task(face(LEFT, person("ann", 1, "0.5")), face(RIGHT, person("bob", 2, "0.9"))),
        task(face(LEFT, person("cid", 3, "0.7")), face(RIGHT, person("dan", 4, "0.2"))));

    assertThat(find(IN_BOTH))
        .containsExactlyInAnyOrder("cid 3 0.7000, ann 1 0.5000", "bob 2 0.9000, dan 4 0.2000");
    assertThat(green.requests(GreenPaths.SCAN))
        .extracting(SearchCallTest::groupOf)
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void searchesTheSameImageInEachGroup() {
    respond(task(), task());

    assertThat(find(IN_BOTH)).isEmpty();
    assertThat(green.requests(GreenPaths.SCAN))
        .extracting(request -> request.json().at("/tasks/0/url").asText())
        .containsExactly(IMAGE_URL, IMAGE_URL);
  }

  @Test
  void keepsAFaceThatOnlyOneGroupReturns() {
    respond(task(face(LEFT, person("ann", 1, "0.5"))), task(face(RIGHT, person("bob", 2, "0.9"))));

    assertThat(find(IN_BOTH)).containsExactlyInAnyOrder("ann 1 0.5000", "bob 2 0.9000");
  }

  @Test
  void returnsTheBoxOfAFaceIfThereIsOne() {
    respond(task(face(LEFT), face("")), task(face(LEFT)));

    assertThat(library.search(IN_BOTH).faces())
        .extracting(SearchedFace::box)
        .containsExactlyInAnyOrder(Optional.of(new Box(1, 2, 30, 40)), Optional.empty());
  }

  @Test
  void mergesFacesWithoutBoxesByTheirIndex() {
    respond(
        task(face("", person("ann", 1, "0.5")), face("", person("bob", 2, "0.9"))),
        task(face("", person("cid", 3, "0.7"))));

    assertThat(find(IN_BOTH)).containsExactly("cid 3 0.7000, ann 1 0.5000", "bob 2 0.9000");
  }

  @Test
  void returnsAPersonOfTwoGroupsOnceWithTheBestFace() {
    respond(
        task(face(LEFT, person("ann", 1, "0.5"), person("ann", 2, "0.6"))),
        task(face(LEFT, person("ann", 3, "0.4"))));

    assertThat(find(IN_BOTH)).containsExactly("ann 2 0.6000");
  }

  @Test
  void omitsPersonsBelowTheMinSimilarityOrBeyondTheTopK() {
    respond(
        task(face(LEFT, person("ann", 1, "0.5"), person("bob", 2, "0.9"))),
        task(face(LEFT, person("cid", 3, "0.7"))));

    assertThat(find(IN_BOTH.withTopK(1))).containsExactly("bob 2 0.9000");
    assertThat(find(IN_BOTH.withMinSimilarity(Similarity.of(0.7))))
        .containsExactly("bob 2 0.9000, cid 3 0.7000");
    assertThat(find(IN_BOTH.withMinSimilarity(Similarity.SAME))).containsExactly("");
  }

  @Test
  void returnsTheTopPersonsOfEachFace() {
    respond(
        task(face(LEFT, person("ann", 1, "0.5")), face(RIGHT, person("bob", 2, "0.3"))),
        task(face(LEFT, person("cid", 3, "0.7")), face(RIGHT, person("dan", 4, "0.2"))));

    assertThat(find(IN_BOTH.withTopK(1))).containsExactlyInAnyOrder("cid 3 0.7000", "bob 2 0.3000");
  }

  @Test
  void ordersEquallySimilarPersonsByTheirIds() {
    respond(
        task(face(LEFT, person("dan", 1, "0.5"), person("bob", 2, "0.5"))),
        task(face(LEFT, person("cid", 3, "0.5"), person("ann", 4, "0.5"))));

    assertThat(find(IN_BOTH.withTopK(3)))
        .containsExactly("ann 4 0.5000, bob 2 0.5000, cid 3 0.5000");
  }

  @Test
  void findsNoPersonInAMissingGroupSearchedWithAnExistingOne() {
    String found = task(face(LEFT, person("ann", 1, "0.5")));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.success("{\"groupIds\":[\"one\"]}"));
    for (String missing :
        List.of(
            response("\"code\":400,\"msg\":\"The group is not exist!\""),
            response("\"code\":400,\"msg\":\"PARAM ERROR\""),
            response("\"code\":404,\"msg\":\"NOT_FOUND\""),
            StubGreen.Response.error(400, "The group is not exist!").body())) {
      respond(found, missing);

      assertThat(find(IN_BOTH)).containsExactly("ann 1 0.5000");
    }
  }

  @ParameterizedTest
  @CsvSource({"The group is not exist!, 0", "PARAM ERROR, 1"})
  void queriesTheGroupOnlyWhenTheMessageIsUnclear(String text, int times) {
    respond(task(), response("\"code\":400,\"msg\":\"" + text + "\""));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.success("{\"groupIds\":[\"one\"]}"));

    assertThat(find(IN_BOTH)).isEmpty();
    assertThat(green.requests(GreenPaths.GET_GROUPS)).hasSize(times);
  }

  @Test
  void reportsARefusedParameterWhenTheGroupExists() {
    respond(task(), response("\"code\":400,\"msg\":\"PARAM ERROR\""));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.ok(BOTH_GROUPS));

    assertThat(OutcomeText.of(() -> find(IN_BOTH).toString()))
        .isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void returnsNoResultOfOneGroupWhenTheOtherFails() {
    respond(task(face(LEFT, person("ann", 1, "0.5"))), response("\"code\":503,\"msg\":\"BUSY\""));

    assertThat(OutcomeText.of(() -> find(IN_BOTH).toString())).isEqualTo("UNAVAILABLE NONE 503");
    assertThat(green.requests(GreenPaths.GET_GROUPS)).isEmpty();
  }

  @Test
  void reportsARejectedImageWhenTheGroupExists() {
    respond(task(), response("\"code\":404,\"msg\":\"NOT_FOUND\""));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.ok(BOTH_GROUPS));

    assertThat(OutcomeText.of(() -> find(IN_BOTH).toString())).isEqualTo("IMAGE_REJECTED NONE 404");
  }

  @Test
  void reportsARejectedImageWhenTheGroupsCannotBeQueried() {
    respond(task(), response("\"code\":404,\"msg\":\"NOT_FOUND\""));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.error(596, "PERMISSION_DENY"));

    assertThat(OutcomeText.of(() -> find(IN_BOTH).toString())).isEqualTo("IMAGE_REJECTED NONE 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "1e999", "\"\"", "null"})
  void refusesARateThatIsNotANumber(String rate) {
    respond(task(), task(face(LEFT, person("ann", 1, rate))));

    assertThat(OutcomeText.of(() -> find(IN_BOTH).toString())).isEqualTo("INTERNAL NONE 200");
  }

  @Test
  void refusesAResponseWithoutATask() {
    respond(task(), StubGreen.Response.success("[]").body());

    assertThat(OutcomeText.of(() -> find(IN_BOTH).toString())).isEqualTo("INTERNAL NONE 200");
  }
}
