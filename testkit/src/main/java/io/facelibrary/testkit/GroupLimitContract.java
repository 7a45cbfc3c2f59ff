package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.facelibrary.AddPerson;
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
 * What happens at the limit of groups that a library may hold. The library may hold groups of other
 * people already, so a group more is joined until one is refused.
 */
interface GroupLimitContract extends ContractPart {

  /** Joins one new group after the other until the library is full; returns those joined. */
  private Set<GroupId> fill(PersonId person) {
    int limit = given().triable(given().limits().groups(), "groups");
    Set<GroupId> joined = new HashSet<>(library().findPerson(person).orElseThrow().groups());
    for (int i = 0; i <= limit; i++) {
      GroupId group = given().group();
      try {
        library().joinGroups(person, Set.of(group));
      } catch (FaceLibraryException e) {
        return joined;
      }
      joined.add(group);
    }
    return fail("the library took more groups than the " + limit + " it says it holds");
  }

  @Test
  @Promise(22)
  default void refusesToJoinAGroupBeyondTheLimitAndChangesNothing() {
    PersonId person = given().person();
    Set<GroupId> joined = fill(person);
    Set<GroupId> oneMore = Set.of(given().group());

    Failing.refused(ErrorKind.QUOTA_EXCEEDED, () -> library().joinGroups(person, oneMore));

    assertThat(library().findPerson(person).orElseThrow().groups()).isEqualTo(joined);
  }

  @Test
  @Promise(22)
  default void joinsNoneOfSeveralGroupsWhenNotAllFit() {
    given().groups(1);
    PersonId person = given().person();
    Set<GroupId> joined = fill(person);
    GroupId left = joined.iterator().next();
    library().leaveGroups(person, Set.of(left));
    joined.remove(left);
    Set<GroupId> two = Set.copyOf(List.of(given().group(), given().group()));

    Failing.refused(ErrorKind.QUOTA_EXCEEDED, () -> library().joinGroups(person, two));

    assertThat(library().findPerson(person).orElseThrow().groups()).isEqualTo(joined);
  }

  @Test
  @Promise(22)
  default void refusesAPersonWhoseGroupIsBeyondTheLimit() {
    fill(given().person());
    PersonId refused = given().nobody();
    var request = AddPerson.of(refused, given().group());

    Failing.refused(ErrorKind.QUOTA_EXCEEDED, () -> library().addPerson(request));

    assertThat(library().findPerson(refused)).isEmpty();
  }

  @Test
  @Promise(22)
  default void letsPersonsIntoTheGroupsOfAFullLibrary() {
    Set<GroupId> joined = fill(given().person());
    GroupId group = joined.iterator().next();

    PersonId other = given().personIn(group);

    assertThat(library().findPerson(other)).contains(new Person(other, "", "", Set.of(group)));
  }

  @Test
  @Promise(22)
  default void takesAGroupAgainAfterOneWasLeftByItsLastPerson() {
    PersonId person = given().person();
    Set<GroupId> joined = fill(person);
    library().leaveGroups(person, Set.of(joined.iterator().next()));
    GroupId group = given().group();

    library().joinGroups(person, Set.of(group));

    assertThat(library().findPerson(person).orElseThrow().groups()).contains(group);
  }
}
