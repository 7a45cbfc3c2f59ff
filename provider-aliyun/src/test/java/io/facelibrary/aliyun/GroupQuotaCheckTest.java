package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred groups are all an account may have, and the service does not say that they are. */
class GroupQuotaCheckTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final GroupId NEW = GroupId.of("group_101");
  private static final GroupId OLD = GroupId.of("group_007");

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @BeforeEach
  void refuseAtAHundredGroups() {
    green.answers(GreenPaths.ADD_GROUPS, StubGreen.Reply.refused(400, "PARAM ERROR"));
    green.answers(GreenPaths.ADD_PERSON, StubGreen.Reply.refused(400, "PARAM ERROR"));
    green.answers(GreenPaths.GET_GROUPS, new Golden("get-groups", "hundred-groups").answer());
  }

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  @Test
  void refusesToJoinAGroupBeyondTheLimit() {
    green.answers(GreenPaths.GET_PERSON, new Golden("get-person", "documented").answer());

    assertThat(joined(NEW)).isEqualTo("QUOTA_EXCEEDED NONE 400");
  }

  @Test
  void doesNotBlameTheLimitForAGroupThatIsThere() {
    green.answers(GreenPaths.GET_PERSON, new Golden("get-person", "documented").answer());

    assertThat(joined(OLD)).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void refusesAPersonOfAGroupBeyondTheLimit() {
    green.answers(GreenPaths.GET_PERSON, new Golden("get-person", "person-missing").answer());

    assertThat(added()).isEqualTo("QUOTA_EXCEEDED NONE 400");
  }

  @Test
  void refusesAKnownPersonBeforeAnythingElse() {
    green.answers(GreenPaths.GET_PERSON, new Golden("get-person", "documented").answer());

    assertThat(added()).isEqualTo("ALREADY_EXISTS NONE 400");
  }

  @Test
  void saysWhatTheServiceSaidWhenTheGroupsCannotBeCounted() {
    green.answers(GreenPaths.GET_PERSON, new Golden("get-person", "documented").answer());
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.refused(500, "GENERAL_ERROR"));

    assertThat(joined(NEW)).isEqualTo("INVALID_REQUEST NONE 400");
  }

  private String joined(GroupId group) {
    return Told.by(
        () -> {
          library.joinGroups(PERSON, Set.of(group));
          return "joined";
        });
  }

  private String added() {
    return Told.by(
        () -> {
          library.addPerson(AddPerson.of(PERSON, NEW));
          return "added";
        });
  }
}
