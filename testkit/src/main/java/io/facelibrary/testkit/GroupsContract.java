package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What joining, leaving and listing groups promises. */
interface GroupsContract extends ContractPart {

  private Set<GroupId> groupsOf(PersonId person) {
    return library().findPerson(person).orElseThrow().groups();
  }

  private List<PersonId> personsIn(GroupId group) {
    given().offered(Capability.LIST_PERSONS);
    return Paging.all(PageRequest.first(), page -> library().listPersons(group, page));
  }

  private List<GroupId> listed() {
    given().offered(Capability.LIST_GROUPS);
    return Paging.all(PageRequest.first(), page -> library().listGroups(page));
  }

  @Test
  @Promise(16)
  @OpenQuestion("Does AddGroups make a group that does not exist, or refuse it?")
  default void makesAMissingGroupByJoiningIt() {
    GroupId joined = given().groups(2).get(0);
    GroupId first = given().group();
    PersonId person = given().personIn(first);

    library().joinGroups(person, Set.of(joined));

    assertThat(groupsOf(person)).containsExactlyInAnyOrder(first, joined);
  }

  @Test
  @Promise(16)
  default void joinsTwiceAsOnce() {
    List<GroupId> groups = given().groups(2);
    PersonId person = given().personIn(groups.get(0));
    library().joinGroups(person, Set.of(groups.get(1)));

    library().joinGroups(person, Set.copyOf(groups));
    library().leaveGroups(person, Set.of(groups.get(1)));

    assertThat(groupsOf(person)).containsExactly(groups.get(0));
  }

  @Test
  @Promise(16)
  default void leavesAGroupItIsNotInWithoutHarm() {
    List<GroupId> groups = given().groups(3);
    PersonId person = given().personIn(groups.get(0), groups.get(1));

    library().leaveGroups(person, Set.of(groups.get(1), groups.get(2)));
    library().leaveGroups(person, Set.of(groups.get(1)));

    assertThat(groupsOf(person)).containsExactly(groups.get(0));
  }

  @Test
  @Promise(16)
  default void keepsAPersonThatLeftItsLastGroup() {
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    FaceId face = given().face(person);

    library().leaveGroups(person, Set.of(group));

    assertThat(groupsOf(person)).isEmpty();
    assertThat(given().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise(16)
  default void changesTheGroupsOfTheNamedPersonOnly() {
    List<GroupId> groups = given().groups(2);
    PersonId person = given().personIn(groups.get(0));
    PersonId other = given().personIn(groups.get(0));

    library().joinGroups(person, Set.of(groups.get(1)));
    library().leaveGroups(person, Set.of(groups.get(0)));

    assertThat(groupsOf(person)).containsExactly(groups.get(1));
    assertThat(groupsOf(other)).containsExactly(groups.get(0));
  }

  @Test
  @Promise(16)
  default void refusesToLetAnUnknownPersonJoinOrLeave() {
    PersonId nobody = given().nobody();
    Set<GroupId> groups = Set.of(given().group());

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().joinGroups(nobody, groups));
    Failing.refused(ErrorKind.NOT_FOUND, () -> library().leaveGroups(nobody, groups));

    assertThat(library().findPerson(nobody)).isEmpty();
  }

  @Test
  @Promise({16, 17})
  default void makesNoGroupForAnUnknownPerson() {
    given().offered(Capability.LIST_GROUPS);
    PersonId nobody = given().nobody();
    GroupId group = given().group();

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().joinGroups(nobody, Set.of(group)));

    assertThat(listed()).doesNotContain(group);
  }

  @Test
  @Promise(17)
  default void listsThePersonsThatAreInAGroup() {
    GroupId group = given().groups(1).get(0);
    PersonId added = given().personIn(group);
    PersonId joined = given().person();
    library().joinGroups(joined, Set.of(group));
    PersonId left = given().personIn(group);
    library().leaveGroups(left, Set.of(group));
    given().person();

    assertThat(personsIn(group)).containsExactlyInAnyOrder(added, joined);
  }

  @Test
  @Promise(17)
  @OpenQuestion("What does GetPersons answer for a group that does not exist?")
  default void listsNobodyInAGroupThatNobodyIsIn() {
    assertThat(personsIn(given().group())).isEmpty();
  }

  @Test
  @Promise(17)
  default void listsAGroupUntilItsLastPersonLeaves() {
    GroupId group = given().group();
    PersonId first = given().personIn(group);
    PersonId second = given().personIn(group);
    assertThat(listed()).contains(group);

    library().leaveGroups(first, Set.of(group));
    assertThat(listed()).contains(group);
    library().leaveGroups(second, Set.of(group));

    assertThat(listed()).doesNotContain(group);
  }

  @Test
  @Promise(17)
  default void listsAGroupUntilItsLastPersonIsDeleted() {
    GroupId group = given().group();
    PersonId first = given().personIn(group);
    PersonId second = given().personIn(group);

    library().deletePerson(first);
    assertThat(listed()).contains(group);
    library().deletePerson(second);

    assertThat(listed()).doesNotContain(group);
  }

  @Test
  @Promise(17)
  default void listsAGroupAgainWhenSomebodyJoinsAgain() {
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    library().leaveGroups(person, Set.of(group));

    library().joinGroups(person, Set.of(group));

    assertThat(listed()).contains(group);
  }
}
