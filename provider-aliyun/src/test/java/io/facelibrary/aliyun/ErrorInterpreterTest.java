package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures from error responses that say too little, or say it in unknown words. */
class ErrorInterpreterTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final GroupId GROUP = GroupId.of("group1");
  private static final GroupId OTHER = GroupId.of("group2");
  private static final StubGreen.Response MISSING =
      StubGreen.Response.error(400, "The person is not exist!");
  private static final StubGreen.Response UNSPECIFIC = StubGreen.Response.error(400, "PARAM ERROR");

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @BeforeEach
  void holdFewGroups() {
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.success("{\"groupIds\":[\"group1\"]}"));
  }

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  @Test
  void doesNotMistakeAMissingGroupForAMissingPerson() {
    green.respond(GreenPaths.SET_PERSON, StubGreen.Response.error(400, "The group is not exist!"));
    green.respond(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(update()).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARAM ERROR", "The group is not exist!", "组不存在", ""})
  void leavesAGroupThatThePersonIsNotIn(String text) {
    green.respond(GreenPaths.DELETE_GROUPS, StubGreen.Response.error(400, text));
    green.respond(GreenPaths.GET_PERSON, inGroups("group2"));

    assertThat(leave(GROUP)).isEqualTo("left");
    assertThat(green.requests(GreenPaths.DELETE_GROUPS)).hasSize(1);
  }

  @Test
  void reportsTheFailureWhenThePersonIsStillInTheGroup() {
    green.respond(GreenPaths.DELETE_GROUPS, UNSPECIFIC);
    green.respond(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(leave(GROUP)).isEqualTo("INVALID_REQUEST NONE 400");
    assertThat(green.requests(GreenPaths.DELETE_GROUPS)).hasSize(1);
  }

  @Test
  void leavesTheGroupsOfThePersonWhenAllAreRefusedBecauseOfAnotherGroup() {
    green.respond(
        GreenPaths.DELETE_GROUPS,
        StubGreen.Response.error(400, "The group is not exist!"),
        StubGreen.Response.success("{}"));
    green.respond(GreenPaths.GET_PERSON, inGroups("group2", "group3"));

    assertThat(leave(GROUP, OTHER)).isEqualTo("left");
    assertThat(green.requests(GreenPaths.DELETE_GROUPS))
        .extracting(it -> it.json().path("groupIds").toString())
        .containsExactly("[\"group1\",\"group2\"]", "[\"group2\"]");
  }

  @Test
  void triesToLeaveAtMostTwice() {
    green.respond(GreenPaths.DELETE_GROUPS, UNSPECIFIC);
    green.respond(GreenPaths.GET_PERSON, inGroups("group2"));

    assertThat(leave(GROUP, OTHER)).isEqualTo("INVALID_REQUEST NONE 400");
    assertThat(green.requests(GreenPaths.DELETE_GROUPS)).hasSize(2);
  }

  @Test
  void reportsTheOriginalFailureWhenTheGroupsOfThePersonCannotBeQueried() {
    green.respond(GreenPaths.DELETE_GROUPS, UNSPECIFIC);
    green.respond(GreenPaths.GET_PERSON, StubGreen.Response.error(580, "DB_FAILED"));

    assertThat(leave(GROUP)).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void queriesNoGroupsAfterAFailureWithUnknownEffect() {
    green.respond(GreenPaths.DELETE_GROUPS, StubGreen.Response.error(580, "DB_FAILED"));

    assertThat(leave(GROUP)).isEqualTo("UNAVAILABLE UNKNOWN 580");
    assertThat(green.requests()).hasSize(1);
  }

  @Test
  void reportsAMissingPersonThatShouldLeave() {
    green.respond(GreenPaths.DELETE_GROUPS, UNSPECIFIC);
    green.respond(GreenPaths.GET_PERSON, MISSING);

    assertThat(leave(GROUP)).isEqualTo("NOT_FOUND NONE 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The person is exist!",
        "person already exists",
        "This PersonId has existed",
        "人员已存在"
      })
  void recognizesFromTheTextThatAPersonExists(String text) {
    green.respond(GreenPaths.ADD_PERSON, StubGreen.Response.error(400, text));

    assertThat(add()).isEqualTo("ALREADY_EXISTS NONE 400");
    assertThat(green.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARAM ERROR", "duplicate id", "The group of the person is not exist!"})
  void queriesWhetherThePersonExistsWhenTheMessageIsUnclear(String text) {
    green.respond(GreenPaths.ADD_PERSON, StubGreen.Response.error(400, text));
    green.respond(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(add()).isEqualTo("ALREADY_EXISTS NONE 400");
    assertThat(green.onlyRequest(GreenPaths.GET_PERSON).json())
        .hasToString("{\"personId\":\"person1\"}");
  }

  static Stream<StubGreen.Response> failedQueries() {
    return Stream.of(
        MISSING,
        StubGreen.Response.error(404, "NOT_FOUND"),
        StubGreen.Response.error(500, "GENERAL_ERROR"),
        StubGreen.Response.of(502, "<html>"));
  }

  @ParameterizedTest
  @MethodSource("failedQueries")
  void reportsTheOriginalFailureOfANewPersonThatIsNotFound(StubGreen.Response reply) {
    green.respond(GreenPaths.ADD_PERSON, UNSPECIFIC);
    green.respond(GreenPaths.GET_PERSON, reply);

    assertThat(add()).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GENERAL_ERROR", "The person is exist!"})
  void reportsNoExistingPersonAfterAFailureWithUnknownEffect(String text) {
    green.respond(GreenPaths.ADD_PERSON, StubGreen.Response.error(500, text));
    green.respond(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(add()).isEqualTo("UNAVAILABLE UNKNOWN 500");
  }

  @ParameterizedTest
  @CsvSource({
    "400,The person is not exist!",
    "400,person not found",
    "400,no such person",
    "400,人员不存在",
    "500,The person is not exist!",
    "404,The person does not exist"
  })
  void recognizesFromTheTextThatAPersonIsMissing(int code, String text) {
    green.respond(GreenPaths.SET_PERSON, StubGreen.Response.error(code, text));
    green.respond(GreenPaths.DELETE_PERSON, StubGreen.Response.error(code, text));

    assertThat(update()).isEqualTo("NOT_FOUND NONE " + code);
    assertThat(delete()).isEqualTo("false");
    assertThat(green.requests(GreenPaths.GET_PERSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400,PARAM ERROR",
    "404,NOT_FOUND",
    "404,person",
    "500,GENERAL_ERROR",
    "400,用户不存在",
    "400,a face of the person is not exist"
  })
  void queriesWhetherThePersonIsMissingWhenTheMessageIsUnclear(int code, String text) {
    green.respond(GreenPaths.SET_PERSON, StubGreen.Response.error(code, text));
    green.respond(GreenPaths.DELETE_PERSON, StubGreen.Response.error(code, text));
    green.respond(GreenPaths.GET_PERSON, MISSING);

    assertThat(update()).isEqualTo("NOT_FOUND NONE " + code);
    assertThat(delete()).isEqualTo("false");
    assertThat(green.requests(GreenPaths.GET_PERSON)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400,PARAM ERROR,INVALID_REQUEST NONE 400",
    "404,NOT_FOUND,INTERNAL NONE 404",
    "500,GENERAL_ERROR,UNAVAILABLE UNKNOWN 500"
  })
  void reportsTheOriginalFailureOfAPersonThatExists(int code, String text, String outcome) {
    green.respond(GreenPaths.SET_PERSON, StubGreen.Response.error(code, text));
    green.respond(GreenPaths.DELETE_PERSON, StubGreen.Response.error(code, text));
    green.respond(GreenPaths.GET_PERSON, inGroups());

    assertThat(update()).isEqualTo(outcome);
    assertThat(delete()).isEqualTo(outcome);
  }

  static Stream<StubGreen.Response> unusableResponses() {
    return Stream.of(
        StubGreen.Response.error(588, "EXCEED_QUOTA"),
        StubGreen.Response.error(400, "PARAM ERROR"),
        StubGreen.Response.of(502, "<html>"),
        StubGreen.Response.of(200, ""));
  }

  @ParameterizedTest
  @MethodSource("unusableResponses")
  void reportsTheOriginalFailureWhenTheQueryFails(StubGreen.Response reply) {
    green.respond(GreenPaths.SET_PERSON, UNSPECIFIC);
    green.respond(GreenPaths.DELETE_PERSON, UNSPECIFIC);
    green.respond(GreenPaths.GET_PERSON, reply);

    assertThat(update()).isEqualTo("INVALID_REQUEST NONE 400");
    assertThat(delete()).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @ValueSource(ints = {580, 588, 596})
  void queriesNothingAfterAStatusThatConcernsNoPerson(int code) {
    green.respond(GreenPaths.DELETE_PERSON, StubGreen.Response.error(code, "sorry"));
    green.respond(GreenPaths.GET_PERSON, MISSING);

    assertThat(delete()).endsWith(" " + code);
    assertThat(green.requests()).hasSize(1);
  }

  @Test
  void doesNotMistakeAnImageThatCannotBeDownloadedForAMissingPerson() {
    green.respond(
        GreenPaths.ADD_FACES, StubGreen.Response.error(404, "cannot download a.b/person.png"));
    green.respond(GreenPaths.GET_PERSON, inGroups("group1"));

    String outcome =
        OutcomeText.of(() -> library.addFaces(AddFaces.of(PERSON, FaceImage.at("http://a.b/1"))));

    assertThat(outcome).isEqualTo("rejected IMAGE_REJECTED");
  }

  private String leave(GroupId... groups) {
    return OutcomeText.of(
        () -> {
          library.leaveGroups(PERSON, Set.of(groups));
          return "left";
        });
  }

  private String add() {
    return OutcomeText.of(
        () -> {
          library.addPerson(AddPerson.of(PERSON, GROUP));
          return "added";
        });
  }

  private String update() {
    return OutcomeText.of(
        () -> {
          library.updatePerson(UpdatePerson.of(PERSON).withName("Alice"));
          return "updated";
        });
  }

  private String delete() {
    return OutcomeText.of(() -> library.deletePerson(PERSON));
  }

  private static StubGreen.Response inGroups(String... groups) {
    return StubGreen.Response.success(
        Arrays.stream(groups)
            .map(group -> "\"" + group + "\"")
            .collect(Collectors.joining(",", "{\"personId\":\"person1\",\"groupIds\":[", "]}")));
  }
}
