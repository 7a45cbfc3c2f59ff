package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The limit of the groups that a library may hold. A shared library may already hold groups of
 * other users, so the tests join groups until one is refused.
 */
interface GroupLimitContract extends ContractPart {

  /** Joins new groups until the library is full, and returns all groups of the person. */
  private Set<GroupId> fill(PersonId person) {
    int limit = assume().smallLimit(limits().groups(), "groups");
    assume().regrouping();
    assume().groupsPerPerson(limit);
    Set<GroupId> joined = new HashSet<>(library().findPerson(person).orElseThrow().groups());
    for (int i = 0; i <= limit; i++) {
      GroupId group = fixtures().newGroupId();
      try {
        library().joinGroups(person, Set.of(group));
      } catch (FaceLibraryException e) {
        return joined;
      }
      joined.add(group);
    }
    return fail("the library accepted more groups than its limit of " + limit);
  }

  @Test
  @Promise(22)
  default void refusesToJoinAGroupBeyondTheLimitAndChangesNothing() {
    PersonId person = fixtures().addPerson();
    Set<GroupId> joined = fill(person);
    Set<GroupId> oneMore = Set.of(fixtures().newGroupId());

    Failing.assertRefused(ErrorKind.QUOTA_EXCEEDED, () -> library().joinGroups(person, oneMore));

    assertThat(library().findPerson(person).orElseThrow().groups()).isEqualTo(joined);
  }

  @Test
  @Promise(22)
  default void joinsNoneOfSeveralGroupsWhenNotAllFit() {
    fixtures().newGroupIds(1);
    PersonId person = fixtures().addPerson();
    Set<GroupId> joined = fill(person);
    GroupId left = joined.iterator().next();
    library().leaveGroups(person, Set.of(left));
    joined.remove(left);
    Set<GroupId> two = Set.copyOf(List.of(fixtures().newGroupId(), fixtures().newGroupId()));

    Failing.assertRefused(ErrorKind.QUOTA_EXCEEDED, () -> library().joinGroups(person, two));

    assertThat(library().findPerson(person).orElseThrow().groups()).isEqualTo(joined);
  }

  @Test
  @Promise(22)
  default void refusesAPersonWhoseGroupIsBeyondTheLimit() {
    fill(fixtures().addPerson());
    PersonId refused = fixtures().newPersonId();
    var request = AddPerson.of(refused, fixtures().newGroupId());

    Failing.assertRefused(ErrorKind.QUOTA_EXCEEDED, () -> library().addPerson(request));

    assertThat(library().findPerson(refused)).isEmpty();
  }

  @Test
  @Promise(22)
  default void acceptsPersonsInExistingGroupsAtTheLimit() {
    Set<GroupId> joined = fill(fixtures().addPerson());
    GroupId group = joined.iterator().next();

    PersonId other = fixtures().addPersonTo(group);

    assertThat(library().findPerson(other)).contains(Person.of(other, Set.of(group)));
  }

  @Test
  @Promise(22)
  default void acceptsAGroupAgainAfterTheLastPersonLeavesOne() {
    if (!library().capabilities().offers(Capability.PERSONS_WITHOUT_GROUPS)) {
      assume().groups(2);
    }
    PersonId person = fixtures().addPerson();
    Set<GroupId> joined = fill(person);
    library().leaveGroups(person, Set.of(joined.iterator().next()));
    GroupId group = fixtures().newGroupId();

    library().joinGroups(person, Set.of(group));

    assertThat(library().findPerson(person).orElseThrow().groups()).contains(group);
  }
}
