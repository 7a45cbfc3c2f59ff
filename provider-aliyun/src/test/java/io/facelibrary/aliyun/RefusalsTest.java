package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal means is told by its text where that is known, and asked where it is not. */
class RefusalsTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final StubGreen.Reply ODD = StubGreen.Reply.refused(400, "PARAM ERROR");
  private static final StubGreen.Reply GONE =
      StubGreen.Reply.refused(400, "The person is not exist!");
  private static final StubGreen.Reply IN_STAFF =
      StubGreen.Reply.done("{\"code\":200,\"personId\":\"person1\",\"groupIds\":[\"staff\"]}");

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  private String left(String group) {
    return Told.by(
        () -> {
          library.leaveGroups(PERSON, Set.of(GroupId.of(group)));
          return "left";
        });
  }

  private String added() {
    return Told.by(
        () -> {
          library.addPerson(AddPerson.of(PERSON));
          return "added";
        });
  }

  private String updated() {
    return Told.by(
        () -> {
          library.updatePerson(UpdatePerson.of(PERSON).withName("Tom"));
          return "updated";
        });
  }

  private String deleted() {
    return Told.by(() -> Boolean.toString(library.deletePerson(PERSON)));
  }

  @Test
  void hasLeftAGroupThatThePersonIsNotIn() {
    green.answers(GreenPaths.DELETE_GROUPS, ODD);
    green.answers(GreenPaths.GET_PERSON, IN_STAFF);

    assertThat(left("guests")).isEqualTo("left");
    assertThat(left("staff")).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void knowsAPersonThatIsThereByAnyTextThatSaysSo() {
    green.answers(
        GreenPaths.ADD_PERSON,
        StubGreen.Reply.refused(400, "The person is exist!"),
        StubGreen.Reply.refused(400, "person already exists"));

    assertThat(added()).isEqualTo("ALREADY_EXISTS NONE 400");
    assertThat(added()).isEqualTo("ALREADY_EXISTS NONE 400");
    assertThat(green.asked(GreenPaths.GET_PERSON)).isEmpty();
  }

  @Test
  void asksWhetherAPersonIsThereWhenTheTextIsUnknown() {
    green.answers(GreenPaths.ADD_PERSON, ODD);
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done("{\"groupIds\":[]}"));
    green.answers(GreenPaths.GET_PERSON, IN_STAFF, GONE);

    assertThat(added()).isEqualTo("ALREADY_EXISTS NONE 400");
    assertThat(added()).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void doesNotTakeThePersonOfThisCallForAnOlderOne() {
    green.answers(GreenPaths.ADD_PERSON, StubGreen.Reply.refused(500, "GENERAL_ERROR"));
    green.answers(GreenPaths.GET_PERSON, IN_STAFF);

    assertThat(added()).isEqualTo("UNAVAILABLE UNKNOWN 500");
  }

  @ParameterizedTest
  @CsvSource({
    "400, The person is not exist!",
    "400, person1 not found",
    "400, 人员不存在",
    "400, PARAM ERROR",
    "404, NOT_FOUND",
    "500, GENERAL_ERROR"
  })
  void findsOutThatThePersonIsMissing(int code, String text) {
    green.answers(GreenPaths.SET_PERSON, StubGreen.Reply.refused(code, text));
    green.answers(GreenPaths.DELETE_PERSON, StubGreen.Reply.refused(code, text));
    green.answers(GreenPaths.GET_PERSON, GONE);

    assertThat(updated()).isEqualTo("NOT_FOUND NONE " + code);
    assertThat(deleted()).isEqualTo("false");
  }

  @Test
  void saysWhatTheServiceSaidWhenThePersonIsThereOrCannotBeAskedFor() {
    green.answers(GreenPaths.SET_PERSON, StubGreen.Reply.refused(500, "GENERAL_ERROR"));
    green.answers(GreenPaths.GET_PERSON, IN_STAFF, StubGreen.Reply.of(502, "<html/>"));

    assertThat(updated()).isEqualTo("UNAVAILABLE UNKNOWN 500");
    assertThat(updated()).isEqualTo("UNAVAILABLE UNKNOWN 500");
  }

  @Test
  void neverTakesAMissingGroupForAMissingPerson() {
    green.answers(GreenPaths.SET_PERSON, StubGreen.Reply.refused(400, "The group is not exist!"));
    green.answers(GreenPaths.GET_PERSON, IN_STAFF);

    assertThat(updated()).isEqualTo("INVALID_REQUEST NONE 400");
  }
}
