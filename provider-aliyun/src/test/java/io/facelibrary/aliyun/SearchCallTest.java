package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Box;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceMatch;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service takes one group a search; a search in several is made of several calls. */
class SearchCallTest {
  private static final GroupId ONE = GroupId.of("one");
  private static final GroupId TWO = GroupId.of("two");
  private static final String LEFT = "\"faceItem\":{\"x\":1,\"y\":2,\"width\":30,\"height\":40},";
  private static final String RIGHT = "\"faceItem\":{\"x\":90,\"y\":2,\"width\":30,\"height\":40},";
  private static final String BOTH_GROUPS =
      StubGreen.Reply.done("{\"groupIds\":[\"one\",\"two\"]}").body();
  private static final String PICTURE = "https://pictures.example.com/1.png";
  private static final Search IN_BOTH = Search.of(Images.at(PICTURE), ONE, TWO);

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  private void answers(String inOne, String inTwo) {
    Map<String, StubGreen.Reply> byGroup =
        Map.of("one", StubGreen.Reply.ok(inOne), "two", StubGreen.Reply.ok(inTwo));
    green.answersBy(GreenPaths.SCAN, asked -> byGroup.get(groupOf(asked)));
  }

  private static String groupOf(StubGreen.Asked asked) {
    return asked.json().at("/tasks/0/extras/groupId").asText();
  }

  private static String task(String... faces) {
    return answer(
        "\"code\":200,\"results\":[{\"topPersonData\":[" + String.join(",", faces) + "]}]");
  }

  private static String answer(String task) {
    return StubGreen.Reply.done("[{" + task + "}]").body();
  }

  private static String face(String box, String... persons) {
    return "{" + box + "\"persons\":[" + String.join(",", persons) + "]}";
  }

  private static String person(String id, long face, String rate) {
    return "{\"personId\":\"%s\",\"faceId\":\"%d\",\"rate\":%s}".formatted(id, face, rate);
  }

  private static String shown(FaceMatch match) {
    return match.candidates().stream()
        .map(it -> it.person() + " " + it.face() + " " + it.similarity())
        .collect(Collectors.joining(", "));
  }

  private List<String> found(Search search) {
    return library.search(search).matches().stream().map(SearchCallTest::shown).toList();
  }

  @Test
  void asksOncePerGroupAndMergesTheSameFaceByItsBoxBestFirst() {
    answers(
        task(face(LEFT, person("ann", 1, "0.5")), face(RIGHT, person("bob", 2, "0.9"))),
        task(face(LEFT, person("cid", 3, "0.7")), face(RIGHT, person("dan", 4, "0.2"))));

    assertThat(found(IN_BOTH))
        .containsExactlyInAnyOrder("cid 3 0.7000, ann 1 0.5000", "bob 2 0.9000, dan 4 0.2000");
    assertThat(green.asked(GreenPaths.SCAN))
        .extracting(SearchCallTest::groupOf)
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void asksOfTheSamePictureInEachGroup() {
    answers(task(), task());

    assertThat(found(IN_BOTH)).isEmpty();
    assertThat(green.asked(GreenPaths.SCAN))
        .extracting(asked -> asked.json().at("/tasks/0/url").asText())
        .containsExactly(PICTURE, PICTURE);
  }

  @Test
  void keepsAFaceThatOnlyOneGroupAnswersOf() {
    answers(task(face(LEFT, person("ann", 1, "0.5"))), task(face(RIGHT, person("bob", 2, "0.9"))));

    assertThat(found(IN_BOTH)).containsExactlyInAnyOrder("ann 1 0.5000", "bob 2 0.9000");
  }

  @Test
  void answersTheBoxOfAFaceWhereThereIsOne() {
    answers(task(face(LEFT), face("")), task(face(LEFT)));

    assertThat(library.search(IN_BOTH).matches())
        .extracting(FaceMatch::box)
        .containsExactlyInAnyOrder(Optional.of(new Box(1, 2, 30, 40)), Optional.empty());
  }

  @Test
  void mergesFacesWithoutBoxesByTheirPlace() {
    answers(
        task(face("", person("ann", 1, "0.5")), face("", person("bob", 2, "0.9"))),
        task(face("", person("cid", 3, "0.7"))));

    assertThat(found(IN_BOTH)).containsExactly("cid 3 0.7000, ann 1 0.5000", "bob 2 0.9000");
  }

  @Test
  void answersWhoIsInTwoGroupsOnceWithTheBestFace() {
    answers(
        task(face(LEFT, person("ann", 1, "0.5"), person("ann", 2, "0.6"))),
        task(face(LEFT, person("ann", 3, "0.4"))));

    assertThat(found(IN_BOTH)).containsExactly("ann 2 0.6000");
  }

  @Test
  void leavesOutWhoIsTooUnlikeAndWhoIsTooMany() {
    answers(
        task(face(LEFT, person("ann", 1, "0.5"), person("bob", 2, "0.9"))),
        task(face(LEFT, person("cid", 3, "0.7"))));

    assertThat(found(IN_BOTH.withTopK(1))).containsExactly("bob 2 0.9000");
    assertThat(found(IN_BOTH.withMinSimilarity(Similarity.of(0.7))))
        .containsExactly("bob 2 0.9000, cid 3 0.7000");
    assertThat(found(IN_BOTH.withMinSimilarity(Similarity.SAME))).containsExactly("");
  }

  @Test
  void looksForAsManyPersonsOfEachFace() {
    answers(
        task(face(LEFT, person("ann", 1, "0.5")), face(RIGHT, person("bob", 2, "0.3"))),
        task(face(LEFT, person("cid", 3, "0.7")), face(RIGHT, person("dan", 4, "0.2"))));

    assertThat(found(IN_BOTH.withTopK(1)))
        .containsExactlyInAnyOrder("cid 3 0.7000", "bob 2 0.3000");
  }

  @Test
  void ordersThoseWhoAreAsAlikeByTheirIds() {
    answers(
        task(face(LEFT, person("dan", 1, "0.5"), person("bob", 2, "0.5"))),
        task(face(LEFT, person("cid", 3, "0.5"), person("ann", 4, "0.5"))));

    assertThat(found(IN_BOTH.withTopK(3)))
        .containsExactly("ann 4 0.5000, bob 2 0.5000, cid 3 0.5000");
  }

  @Test
  void takesRatesForPartsOfOneWhenNoneIsAboveOne() {
    answers(task(face(LEFT, person("ann", 1, "1"))), task(face(LEFT, person("bob", 2, "-0.1"))));

    assertThat(found(IN_BOTH)).containsExactly("ann 1 1.0000, bob 2 0.0000");
  }

  @Test
  void takesRatesForHundredthsInAllGroupsWhenOneIsAboveOne() {
    answers(task(face(LEFT, person("ann", 1, "1"))), task(face(LEFT, person("bob", 2, "93.5"))));

    assertThat(found(IN_BOTH)).containsExactly("bob 2 0.9350, ann 1 0.0100");
  }

  @Test
  void takesRatesByTheScaleThatWasSet() {
    answers(task(face(LEFT, person("ann", 1, "0.5"))), task(face(LEFT, person("bob", 2, "101"))));

    assertThat(foundWith(SimilarityScale.HUNDRED)).containsExactly("bob 2 1.0000, ann 1 0.0050");
    assertThat(foundWith(SimilarityScale.ONE)).containsExactly("bob 2 1.0000, ann 1 0.5000");
  }

  private List<String> foundWith(SimilarityScale scale) {
    try (FaceLibrary scaled = green.builder().rateScale(scale).open()) {
      return scaled.search(IN_BOTH).matches().stream().map(SearchCallTest::shown).toList();
    }
  }

  @Test
  void findsNobodyInAMissingGroupBesideOneThatIsThere() {
    String there = task(face(LEFT, person("ann", 1, "0.5")));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done("{\"groupIds\":[\"one\"]}"));
    for (String missing :
        List.of(
            answer("\"code\":400,\"msg\":\"The group is not exist!\""),
            answer("\"code\":400,\"msg\":\"PARAM ERROR\""),
            answer("\"code\":404,\"msg\":\"NOT_FOUND\""),
            StubGreen.Reply.refused(400, "The group is not exist!").body())) {
      answers(there, missing);

      assertThat(found(IN_BOTH)).containsExactly("ann 1 0.5000");
    }
  }

  @ParameterizedTest
  @CsvSource({"The group is not exist!, 0", "PARAM ERROR, 1"})
  void asksWhetherTheGroupIsThereOnlyWhenTheTextDoesNotTell(String text, int times) {
    answers(task(), answer("\"code\":400,\"msg\":\"" + text + "\""));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done("{\"groupIds\":[\"one\"]}"));

    assertThat(found(IN_BOTH)).isEmpty();
    assertThat(green.asked(GreenPaths.GET_GROUPS)).hasSize(times);
  }

  @Test
  void saysThatAParameterIsRefusedWhenTheGroupIsThere() {
    answers(task(), answer("\"code\":400,\"msg\":\"PARAM ERROR\""));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.ok(BOTH_GROUPS));

    assertThat(Told.by(() -> found(IN_BOTH).toString())).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void answersNothingOfOneGroupWhenTheOtherFails() {
    answers(task(face(LEFT, person("ann", 1, "0.5"))), answer("\"code\":503,\"msg\":\"BUSY\""));

    assertThat(Told.by(() -> found(IN_BOTH).toString())).isEqualTo("UNAVAILABLE NONE 503");
    assertThat(green.asked(GreenPaths.GET_GROUPS)).isEmpty();
  }

  @Test
  void saysThatThePictureIsRejectedWhenTheGroupIsThere() {
    answers(task(), answer("\"code\":404,\"msg\":\"NOT_FOUND\""));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.ok(BOTH_GROUPS));

    assertThat(Told.by(() -> found(IN_BOTH).toString())).isEqualTo("IMAGE_REJECTED NONE 404");
  }

  @Test
  void saysWhatTheServiceSaidOfThePictureWhenTheGroupsCannotBeAskedFor() {
    answers(task(), answer("\"code\":404,\"msg\":\"NOT_FOUND\""));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.refused(596, "PERMISSION_DENY"));

    assertThat(Told.by(() -> found(IN_BOTH).toString())).isEqualTo("IMAGE_REJECTED NONE 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "1e999", "\"\"", "null"})
  void refusesARateThatIsNoNumber(String rate) {
    answers(task(), task(face(LEFT, person("ann", 1, rate))));

    assertThat(Told.by(() -> found(IN_BOTH).toString())).isEqualTo("INTERNAL NONE 200");
  }

  @Test
  void refusesAnAnswerWithoutATask() {
    answers(task(), StubGreen.Reply.done("[]").body());

    assertThat(Told.by(() -> found(IN_BOTH).toString())).isEqualTo("INTERNAL NONE 200");
  }
}
