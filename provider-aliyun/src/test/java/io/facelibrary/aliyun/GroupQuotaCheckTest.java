package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.aliyun.support.GoldenCase;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account may have a hundred groups, and the service does not report that it is full. */
class GroupQuotaCheckTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final GroupId NEW = GroupId.of("group_101");
  private static final GroupId EXISTING = GroupId.of("group_007");

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @BeforeEach
  void refuseAtAHundredGroups() {
    green.respond(GreenPaths.ADD_GROUPS, StubGreen.Response.error(400, "PARAM ERROR"));
    green.respond(GreenPaths.ADD_PERSON, StubGreen.Response.error(400, "PARAM ERROR"));
    green.respond(GreenPaths.GET_GROUPS, new GoldenCase("get-groups", "hundred-groups").response());
  }

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  @Test
  void refusesToJoinAGroupBeyondTheQuota() {
    green.respond(GreenPaths.GET_PERSON, new GoldenCase("get-person", "documented").response());

    assertThat(join(NEW)).isEqualTo("QUOTA_EXCEEDED NONE 400");
  }

  @Test
  void doesNotBlameTheQuotaForAGroupThatExists() {
    green.respond(GreenPaths.GET_PERSON, new GoldenCase("get-person", "documented").response());

    assertThat(join(EXISTING)).isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void refusesAPersonInAGroupBeyondTheQuota() {
    green.respond(GreenPaths.GET_PERSON, new GoldenCase("get-person", "person-missing").response());

    assertThat(add()).isEqualTo("QUOTA_EXCEEDED NONE 400");
  }

  @Test
  void reportsAnExistingPersonBeforeTheQuota() {
    green.respond(GreenPaths.GET_PERSON, new GoldenCase("get-person", "documented").response());

    assertThat(add()).isEqualTo("ALREADY_EXISTS NONE 400");
  }

  @Test
  void reportsTheOriginalFailureWhenTheGroupsCannotBeCounted() {
    green.respond(GreenPaths.GET_PERSON, new GoldenCase("get-person", "documented").response());
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.error(500, "GENERAL_ERROR"));

    assertThat(join(NEW)).isEqualTo("INVALID_REQUEST NONE 400");
  }

  private String join(GroupId group) {
    return OutcomeText.of(
        () -> {
          library.joinGroups(PERSON, Set.of(group));
          return "joined";
        });
  }

  private String add() {
    return OutcomeText.of(
        () -> {
          library.addPerson(AddPerson.of(PERSON, NEW));
          return "added";
        });
  }
}
