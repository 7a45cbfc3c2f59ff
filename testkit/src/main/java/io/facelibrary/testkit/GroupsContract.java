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

/** Joining, leaving and listing groups. */
interface GroupsContract extends ContractPart {

  private Set<GroupId> groupsOf(PersonId person) {
    return library().findPerson(person).orElseThrow().groups();
  }

  private List<PersonId> personsIn(GroupId group) {
    assume().offers(Capability.LIST_PERSONS);
    return Paging.all(PageRequest.first(), page -> library().listPersons(group, page));
  }

  private List<GroupId> listGroups() {
    assume().offers(Capability.LIST_GROUPS);
    return Paging.all(PageRequest.first(), page -> library().listGroups(page));
  }

  @Test
  @Promise(16)
  @OpenQuestion("Does AddGroups create a group that does not exist, or refuse it?")
  default void createsAMissingGroupWhenAPersonJoinsIt() {
    assume().regrouping();
    assume().groupsPerPerson(2);
    GroupId joined = fixtures().newGroupIds(2).get(0);
    GroupId first = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(first);

    library().joinGroups(person, Set.of(joined));

    assertThat(groupsOf(person)).containsExactlyInAnyOrder(first, joined);
  }

  @Test
  @Promise(16)
  default void countsRepeatedJoinsAsOne() {
    assume().regrouping();
    assume().groupsPerPerson(2);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().addPersonTo(groups.get(0));
    library().joinGroups(person, Set.of(groups.get(1)));

    library().joinGroups(person, Set.copyOf(groups));
    library().leaveGroups(person, Set.of(groups.get(1)));

    assertThat(groupsOf(person)).containsExactly(groups.get(0));
  }

  @Test
  @Promise(16)
  default void allowsAPersonToLeaveAGroupItIsNotIn() {
    assume().regrouping();
    assume().groupsPerPerson(2);
    List<GroupId> groups = fixtures().newGroupIds(3);
    PersonId person = fixtures().addPersonTo(groups.get(0), groups.get(1));

    library().leaveGroups(person, Set.of(groups.get(1), groups.get(2)));
    library().leaveGroups(person, Set.of(groups.get(1)));

    assertThat(groupsOf(person)).containsExactly(groups.get(0));
  }

  @Test
  @Promise(16)
  default void keepsAPersonThatLeftItsLastGroup() {
    assume().regrouping();
    assume().offers(Capability.PERSONS_WITHOUT_GROUPS);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    FaceId face = fixtures().addFace(person);

    library().leaveGroups(person, Set.of(group));

    assertThat(groupsOf(person)).isEmpty();
    assertThat(fixtures().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise(16)
  default void changesTheGroupsOfTheNamedPersonOnly() {
    assume().regrouping();
    assume().groupsPerPerson(2);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().addPersonTo(groups.get(0));
    PersonId other = fixtures().addPersonTo(groups.get(0));

    library().joinGroups(person, Set.of(groups.get(1)));
    library().leaveGroups(person, Set.of(groups.get(0)));

    assertThat(groupsOf(person)).containsExactly(groups.get(1));
    assertThat(groupsOf(other)).containsExactly(groups.get(0));
  }

  @Test
  @Promise(16)
  default void refusesToJoinOrLeaveForAnUnknownPerson() {
    assume().offers(Capability.NAMED_GROUPS);
    PersonId unknown = fixtures().newPersonId();
    Set<GroupId> groups = Set.of(fixtures().newGroupId());

    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> library().joinGroups(unknown, groups));
    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> library().leaveGroups(unknown, groups));

    assertThat(library().findPerson(unknown)).isEmpty();
  }

  @Test
  @Promise({16, 17})
  default void createsNoGroupForAnUnknownPerson() {
    assume().offers(Capability.NAMED_GROUPS);
    assume().offers(Capability.LIST_GROUPS);
    PersonId unknown = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();

    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> library().joinGroups(unknown, Set.of(group)));

    assertThat(listGroups()).doesNotContain(group);
  }

  @Test
  @Promise(17)
  default void listsThePersonsOfAGroup() {
    assume().regrouping();
    assume().groupsPerPerson(2);
    assume().offers(Capability.PERSONS_WITHOUT_GROUPS);
    GroupId group = fixtures().newGroupIds(1).get(0);
    PersonId added = fixtures().addPersonTo(group);
    PersonId joined = fixtures().addPerson();
    library().joinGroups(joined, Set.of(group));
    PersonId left = fixtures().addPersonTo(group);
    library().leaveGroups(left, Set.of(group));
    fixtures().addPerson();

    assertThat(personsIn(group)).containsExactlyInAnyOrder(added, joined);
  }

  @Test
  @Promise(17)
  @OpenQuestion("Which response does GetPersons return for a group that does not exist?")
  default void listsNoPersonsInAGroupThatDoesNotExist() {
    assume().offers(Capability.NAMED_GROUPS);
    assertThat(personsIn(fixtures().newGroupId())).isEmpty();
  }

  @Test
  @Promise(17)
  default void listsAGroupUntilItsLastPersonLeaves() {
    assume().regrouping();
    assume().offers(Capability.PERSONS_WITHOUT_GROUPS);
    GroupId group = fixtures().newGroupId();
    PersonId first = fixtures().addPersonTo(group);
    PersonId second = fixtures().addPersonTo(group);
    assertThat(listGroups()).contains(group);

    library().leaveGroups(first, Set.of(group));
    assertThat(listGroups()).contains(group);
    library().leaveGroups(second, Set.of(group));

    assertThat(listGroups()).doesNotContain(group);
  }

  @Test
  @Promise(17)
  default void listsAGroupUntilItsLastPersonIsDeleted() {
    assume().offers(Capability.NAMED_GROUPS);
    GroupId group = fixtures().newGroupId();
    PersonId first = fixtures().addPersonTo(group);
    PersonId second = fixtures().addPersonTo(group);

    library().deletePerson(first);
    assertThat(listGroups()).contains(group);
    library().deletePerson(second);

    assertThat(listGroups()).doesNotContain(group);
  }

  @Test
  @Promise(17)
  default void listsAGroupAgainWhenAPersonJoinsAgain() {
    assume().regrouping();
    assume().offers(Capability.PERSONS_WITHOUT_GROUPS);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    library().leaveGroups(person, Set.of(group));

    library().joinGroups(person, Set.of(group));

    assertThat(listGroups()).contains(group);
  }
}
