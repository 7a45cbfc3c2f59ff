package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
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

/** What is made of refusals that say too little, or say it in words of their own. */
class ErrorInterpreterTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final GroupId GROUP = GroupId.of("group1");
  private static final GroupId OTHER = GroupId.of("group2");
  private static final StubGreen.Reply NOT_THERE =
      StubGreen.Reply.refused(400, "The person is not exist!");
  private static final StubGreen.Reply ODD = StubGreen.Reply.refused(400, "PARAM ERROR");

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @BeforeEach
  void holdFewGroups() {
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done("{\"groupIds\":[\"group1\"]}"));
  }

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  @Test
  void neverTakesAMissingGroupForAMissingPerson() {
    green.answers(GreenPaths.SET_PERSON, StubGreen.Reply.refused(400, "The group is not exist!"));
    green.answers(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(updated()).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARAM ERROR", "The group is not exist!", "组不存在", ""})
  void leavesAGroupThatThePersonIsNotIn(String text) {
    green.answers(GreenPaths.DELETE_GROUPS, StubGreen.Reply.refused(400, text));
    green.answers(GreenPaths.GET_PERSON, inGroups("group2"));

    assertThat(left(GROUP)).isEqualTo("left");
    assertThat(green.asked(GreenPaths.DELETE_GROUPS)).hasSize(1);
  }

  @Test
  void saysSoWhenThePersonIsStillInTheGroup() {
    green.answers(GreenPaths.DELETE_GROUPS, ODD);
    green.answers(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(left(GROUP)).isEqualTo("INVALID_REQUEST NONE 400");
    assertThat(green.asked(GreenPaths.DELETE_GROUPS)).hasSize(1);
  }

  @Test
  void leavesThoseGroupsThatThePersonIsInWhenAllAreRefusedForAnother() {
    green.answers(
        GreenPaths.DELETE_GROUPS,
        StubGreen.Reply.refused(400, "The group is not exist!"),
        StubGreen.Reply.done("{}"));
    green.answers(GreenPaths.GET_PERSON, inGroups("group2", "group3"));

    assertThat(left(GROUP, OTHER)).isEqualTo("left");
    assertThat(green.asked(GreenPaths.DELETE_GROUPS))
        .extracting(it -> it.json().path("groupIds").toString())
        .containsExactly("[\"group1\",\"group2\"]", "[\"group2\"]");
  }

  @Test
  void triesNoThirdTimeToLeave() {
    green.answers(GreenPaths.DELETE_GROUPS, ODD);
    green.answers(GreenPaths.GET_PERSON, inGroups("group2"));

    assertThat(left(GROUP, OTHER)).isEqualTo("INVALID_REQUEST NONE 400");
    assertThat(green.asked(GreenPaths.DELETE_GROUPS)).hasSize(2);
  }

  @Test
  void saysWhatTheFirstCallSaidWhenTheGroupsOfThePersonCannotBeAsked() {
    green.answers(GreenPaths.DELETE_GROUPS, ODD);
    green.answers(GreenPaths.GET_PERSON, StubGreen.Reply.refused(580, "DB_FAILED"));

    assertThat(left(GROUP)).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void doesNotAskForGroupsAfterAFailureThatMayHaveLeftThem() {
    green.answers(GreenPaths.DELETE_GROUPS, StubGreen.Reply.refused(580, "DB_FAILED"));

    assertThat(left(GROUP)).isEqualTo("UNAVAILABLE UNKNOWN 580");
    assertThat(green.asked()).hasSize(1);
  }

  @Test
  void saysThatAPersonIsMissingThatIsToLeave() {
    green.answers(GreenPaths.DELETE_GROUPS, ODD);
    green.answers(GreenPaths.GET_PERSON, NOT_THERE);

    assertThat(left(GROUP)).isEqualTo("NOT_FOUND NONE 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The person is exist!",
        "person already exists",
        "This PersonId has existed",
        "人员已存在"
      })
  void knowsByItsTextThatAPersonExists(String text) {
    green.answers(GreenPaths.ADD_PERSON, StubGreen.Reply.refused(400, text));

    assertThat(added()).isEqualTo("ALREADY_EXISTS NONE 400");
    assertThat(green.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARAM ERROR", "duplicate id", "The group of the person is not exist!"})
  void asksWhetherThePersonExistsWhenTheTextDoesNotSay(String text) {
    green.answers(GreenPaths.ADD_PERSON, StubGreen.Reply.refused(400, text));
    green.answers(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(added()).isEqualTo("ALREADY_EXISTS NONE 400");
    assertThat(green.onlyAsked(GreenPaths.GET_PERSON).json())
        .hasToString("{\"personId\":\"person1\"}");
  }

  static Stream<StubGreen.Reply> noPersons() {
    return Stream.of(
        NOT_THERE,
        StubGreen.Reply.refused(404, "NOT_FOUND"),
        StubGreen.Reply.refused(500, "GENERAL_ERROR"),
        StubGreen.Reply.of(502, "<html>"));
  }

  @ParameterizedTest
  @MethodSource("noPersons")
  void saysWhatTheServiceSaidOfANewPersonThatIsNotFound(StubGreen.Reply reply) {
    green.answers(GreenPaths.ADD_PERSON, ODD);
    green.answers(GreenPaths.GET_PERSON, reply);

    assertThat(added()).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GENERAL_ERROR", "The person is exist!"})
  void neverTakesAPersonForAnOldOneAfterAFailure(String text) {
    green.answers(GreenPaths.ADD_PERSON, StubGreen.Reply.refused(500, text));
    green.answers(GreenPaths.GET_PERSON, inGroups("group1"));

    assertThat(added()).isEqualTo("UNAVAILABLE UNKNOWN 500");
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
  void knowsByItsTextThatAPersonIsMissing(int code, String text) {
    green.answers(GreenPaths.SET_PERSON, StubGreen.Reply.refused(code, text));
    green.answers(GreenPaths.DELETE_PERSON, StubGreen.Reply.refused(code, text));

    assertThat(updated()).isEqualTo("NOT_FOUND NONE " + code);
    assertThat(deleted()).isEqualTo("false");
    assertThat(green.asked(GreenPaths.GET_PERSON)).isEmpty();
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
  void asksWhetherThePersonIsMissingWhenTheTextDoesNotSay(int code, String text) {
    green.answers(GreenPaths.SET_PERSON, StubGreen.Reply.refused(code, text));
    green.answers(GreenPaths.DELETE_PERSON, StubGreen.Reply.refused(code, text));
    green.answers(GreenPaths.GET_PERSON, NOT_THERE);

    assertThat(updated()).isEqualTo("NOT_FOUND NONE " + code);
    assertThat(deleted()).isEqualTo("false");
    assertThat(green.asked(GreenPaths.GET_PERSON)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400,PARAM ERROR,INVALID_REQUEST NONE 400",
    "404,NOT_FOUND,INTERNAL NONE 404",
    "500,GENERAL_ERROR,UNAVAILABLE UNKNOWN 500"
  })
  void saysWhatTheServiceSaidOfAPersonThatIsThere(int code, String text, String told) {
    green.answers(GreenPaths.SET_PERSON, StubGreen.Reply.refused(code, text));
    green.answers(GreenPaths.DELETE_PERSON, StubGreen.Reply.refused(code, text));
    green.answers(GreenPaths.GET_PERSON, inGroups());

    assertThat(updated()).isEqualTo(told);
    assertThat(deleted()).isEqualTo(told);
  }

  static Stream<StubGreen.Reply> noAnswers() {
    return Stream.of(
        StubGreen.Reply.refused(588, "EXCEED_QUOTA"),
        StubGreen.Reply.refused(400, "PARAM ERROR"),
        StubGreen.Reply.of(502, "<html>"),
        StubGreen.Reply.of(200, ""));
  }

  @ParameterizedTest
  @MethodSource("noAnswers")
  void saysWhatTheFirstCallSaidWhenAskingFails(StubGreen.Reply reply) {
    green.answers(GreenPaths.SET_PERSON, ODD);
    green.answers(GreenPaths.DELETE_PERSON, ODD);
    green.answers(GreenPaths.GET_PERSON, reply);

    assertThat(updated()).isEqualTo("INVALID_REQUEST NONE 400");
    assertThat(deleted()).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @ValueSource(ints = {580, 588, 596})
  void asksNothingAfterAStatusThatIsOfNoPerson(int code) {
    green.answers(GreenPaths.DELETE_PERSON, StubGreen.Reply.refused(code, "sorry"));
    green.answers(GreenPaths.GET_PERSON, NOT_THERE);

    assertThat(deleted()).endsWith(" " + code);
    assertThat(green.asked()).hasSize(1);
  }

  @Test
  void doesNotTakeAPictureThatCannotBeDownloadedForAMissingPerson() {
    green.answers(
        GreenPaths.ADD_FACES, StubGreen.Reply.refused(404, "cannot download a.b/person.png"));
    green.answers(GreenPaths.GET_PERSON, inGroups("group1"));

    String told = Told.by(() -> library.addFaces(AddFaces.of(PERSON, Images.at("http://a.b/1"))));

    assertThat(told).isEqualTo("rejected IMAGE_REJECTED");
  }

  private String left(GroupId... groups) {
    return Told.by(
        () -> {
          library.leaveGroups(PERSON, Set.of(groups));
          return "left";
        });
  }

  private String added() {
    return Told.by(
        () -> {
          library.addPerson(AddPerson.of(PERSON, GROUP));
          return "added";
        });
  }

  private String updated() {
    return Told.by(
        () -> {
          library.updatePerson(UpdatePerson.of(PERSON).withName("Alice"));
          return "updated";
        });
  }

  private String deleted() {
    return Told.by(() -> library.deletePerson(PERSON));
  }

  private static StubGreen.Reply inGroups(String... groups) {
    return StubGreen.Reply.done(
        Arrays.stream(groups)
            .map(group -> "\"" + group + "\"")
            .collect(Collectors.joining(",", "{\"personId\":\"person1\",\"groupIds\":[", "]}")));
  }
}
